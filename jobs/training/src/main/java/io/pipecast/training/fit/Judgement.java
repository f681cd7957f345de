package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;

/** Judges hazards by 'won within 14 days' at fiscal midnights whose 14 days have passed. */
final class Judgement {
    static final int DAYS = 14;

    private final SalesCalendar calendar;
    private final long[] rows;
    private final boolean[] came;

    /**
     * A judgement on the rows of a window.
     *
     * @param fromDay first day judged
     * @param cutDay what happened from this day on is not known
     */
    Judgement(SalesCalendar calendar, long[] candidates, int fromDay, int cutDay) {
        this.calendar = calendar;
        // a model makes the curves of a day once
        this.rows =
                Row.byDay(
                        Arrays.stream(candidates)
                                .filter(row -> Row.day(row) >= fromDay)
                                .filter(row -> Row.day(row) + DAYS <= cutDay)
                                .filter(row -> Row.timeBand(row) != TimeInStage.JUST_ENTERED)
                                .toArray());
        this.came = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            came[i] = Row.end(rows[i]) == End.WON && Row.daysToEnd(rows[i]) < DAYS;
        }
    }

    int size() {
        return rows.length;
    }

    ProbabilityScores scores(HazardTables tables) {
        return ProbabilityScores.of(stated(tables), came);
    }

    /** Sum of the negative log-likelihoods. */
    double loss(HazardTables tables) {
        return ProbabilityScores.logLoss(stated(tables), came) * rows.length;
    }

    private double[] stated(HazardTables tables) {
        CellChances model = new CellChances(tables);
        double[] stated = new double[rows.length];
        AsOf asOf = null;
        for (int i = 0; i < rows.length; i++) {
            long row = rows[i];
            if (asOf == null || asOf.day != Row.day(row)) {
                asOf = new AsOf(calendar, calendar.days().startOf(Row.day(row)));
            }
            int level = Row.level(row, tables.factor());
            stated[i] =
                    model.wonWithin(
                            Row.segment(row), Row.stage(row), Row.timeBand(row), level, asOf, DAYS);
        }
        return stated;
    }
}
