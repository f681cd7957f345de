package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.HazardTables.Cause;
import io.pipecast.training.rows.Row;
import java.util.Arrays;

/** The base rate as hazards: the same for all deals, by days ahead and calendar alone. */
final class FlatTables {
    private FlatTables() {}

    /** Tables for a number of stages from the rows before a cut, with the given limits. */
    static HazardTables of(
            long[] rows, int stages, SalesCalendar calendar, int cutDay, Support support) {
        long[] alike =
                Arrays.stream(rows)
                        .filter(row -> Row.timeBand(row) != TimeInStage.JUST_ENTERED)
                        .map(Row::withoutState)
                        .toArray();
        HazardTables one =
                new HazardFit(alike.length == 0 ? rows : alike, stages, calendar, cutDay)
                        .counted(DealFactor.NONE, support);
        int cell = one.cell(0, 0, TimeInStage.UNKNOWN);
        return new HazardTables(
                stages,
                new int[HazardTables.SEGMENTS],
                DealFactor.NONE,
                everywhere(one.won(), cell, stages),
                everywhere(one.lost(), cell, stages),
                support.longestWonAge(),
                support.longestWonInStage());
    }

    private static Cause everywhere(Cause cause, int cell, int stages) {
        double[] base = new double[stages * TimeInStage.COUNT * DaysAhead.COUNT];
        for (int i = 0; i < base.length; i++) {
            base[i] = cause.base()[cell * DaysAhead.COUNT + i % DaysAhead.COUNT];
        }
        return new Cause(base, cause.calendar(), cause.level());
    }
}
