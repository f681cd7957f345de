package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Judges the forms of model by going back: at each of a few days before the cut, everything is
 * learned anew from what was known then, and judged on the days after. Nothing is drawn at random.
 */
final class RollingOrigins {
    private static final int ORIGINS = 3;

    /** The same where only whether to look at the stage at all is to be decided. */
    private static final int ORIGINS_WITHOUT_DEALS = 1;

    private static final int LEAST_STEP = 7;
    private static final int MOST_STEP = 42;

    /** Share of the known time between origins. */
    private static final int PARTS = 8;

    /** Days there must be before an origin. */
    private static final int LEAST_BEFORE = 21;

    /** Rows learned from and judged at each origin, about. */
    private static final int MOST_ROWS = 20_000;

    /** Rows judged at each origin where deals are not looked at, about. */
    private static final int MOST_WITHOUT_DEALS = 5_000;

    private final TrainingRows all;
    private final SalesCalendar calendar;
    private final int stages;
    private final int cutDay;
    private final Effort effort;
    private final Judged judged;

    private RollingOrigins(
            TrainingRows all, SalesCalendar calendar, int stages, int cutDay, Effort effort) {
        this.all = all;
        this.calendar = calendar;
        this.stages = stages;
        this.cutDay = cutDay;
        this.effort = effort;
        this.judged = new Judged(cutDay);
    }

    /** The judged rows; none when the time is too short to hold any of it back. */
    static Judged judge(
            TrainingRows all,
            SalesCalendar calendar,
            int stages,
            int cutDay,
            Effort effort,
            Consumer<String> progress) {
        RollingOrigins rolling = new RollingOrigins(all, calendar, stages, cutDay, effort);
        int first = Arrays.stream(all.before(cutDay)).mapToInt(Row::day).min().orElse(cutDay);
        int step = Math.max(LEAST_STEP, Math.min(MOST_STEP, (cutDay - first) / PARTS));
        int origins = effort == Effort.HAZARDS ? ORIGINS_WITHOUT_DEALS : ORIGINS;
        for (int i = origins; i > 0; i--) {
            int origin = cutDay - LEAST_STEP - i * step;
            if (origin - first >= LEAST_BEFORE) {
                rolling.from(origin, origin + step);
                progress.accept("judged from " + LocalDate.ofEpochDay(origin) + " on");
            }
        }
        return rolling.judged;
    }

    private void from(int origin, int to) {
        long[] before = all.before(origin);
        if (before.length == 0) {
            return;
        }
        Support unlimited = Support.unlimited(stages);
        CellChances tables =
                new CellChances(
                        new HazardFit(before, stages, calendar, origin)
                                .fit(DealFactor.NONE, unlimited));
        CellChances flat =
                new CellChances(FlatTables.of(before, stages, calendar, origin, unlimited));
        if (effort == Effort.HAZARDS) {
            RowOdds later = RowOdds.of(between(origin, to), calendar, tables);
            judge(origin, later, flat, Scorers.NONE);
        } else {
            EffectData learned =
                    EffectData.of(all, calendar, tables, origin, origin, 0, origin, MOST_ROWS);
            EffectData later =
                    EffectData.of(all, calendar, tables, origin, cutDay, origin, to, MOST_ROWS);
            EffectsFit fit = EffectsFit.of(learned, stages, origin);
            judge(origin, later.odds, flat, Scorers.of(fit, later, effort == Effort.FULL));
        }
    }

    /** Some rows of the days of a span, day by day, as they were known before the cut. */
    private long[] between(int from, int to) {
        long[] rows = Arrays.stream(all.before(cutDay)).filter(in(from, to)).toArray();
        return Row.byDay(Sample.atMost(MOST_WITHOUT_DEALS, rows));
    }

    private static LongPredicate in(int from, int to) {
        return row -> Row.day(row) >= from && Row.day(row) < to;
    }

    private void judge(int origin, RowOdds later, CellChances flat, Scorers scorers) {
        Map<Integer, double[][]> flatRates = new HashMap<>();
        for (int i = 0; i < later.rows().length; i++) {
            int day = Row.day(later.rows()[i]);
            double[][] base = flatRates.computeIfAbsent(day, d -> rates(flat, d));
            double[][][] said = new double[Span.MOST][][];
            for (int s = 0; s < said.length; s++) {
                Span span = Span.of(s);
                said[s] =
                        scorers.said(
                                s,
                                i,
                                SpanRows.odds(base[0], base[1], span),
                                SpanRows.odds(later.won()[i], later.lost()[i], span));
            }
            judged.add(origin, later.rows()[i], said);
        }
    }

    private double[][] rates(CellChances flat, int day) {
        double[][] rates = new double[2][DaysAhead.COUNT];
        AsOf asOf = new AsOf(calendar, calendar.days().startOf(day));
        flat.rates(0, 0, TimeInStage.UNKNOWN, Double.NaN, 0, asOf, rates[0], rates[1]);
        return rates;
    }
}
