package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.Trees;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.smile.LogisticFit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges the forms of model by going back: at each of a few days before the cut, everything is
 * learned anew from what was known then, and judged on the days after. Nothing is drawn at random.
 */
final class RollingOrigins {
    private static final int ORIGINS = 3;
    private static final int LEAST_STEP = 7;
    private static final int MOST_STEP = 42;

    /** Share of the known time between origins. */
    private static final int PARTS = 8;

    /** Days there must be before an origin. */
    private static final int LEAST_BEFORE = 21;

    /** Rows learned from and judged at each origin, about. */
    private static final int MOST_ROWS = 20_000;

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
        for (int i = ORIGINS; i > 0; i--) {
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
        Support unlimited = Support.unlimited(stages);
        HazardModel tables =
                Judgement.bare(
                        new HazardFit(before, stages, calendar, origin)
                                .fit(DealFactor.NONE, unlimited));
        HazardModel flat =
                Judgement.bare(FlatTables.of(before, stages, calendar, origin, unlimited));
        EffectData learned =
                EffectData.of(all, calendar, tables, origin, origin, 0, origin, MOST_ROWS);
        EffectData later =
                EffectData.of(all, calendar, tables, origin, cutDay, origin, to, MOST_ROWS);
        if (learned.rows.length == 0) {
            return;
        }
        EffectsFit fit = EffectsFit.of(learned, stages, origin);
        double[] ridges = effort == Effort.HAZARDS ? new double[0] : Candidate.ridges();
        LogisticFit[][] linear = new LogisticFit[ridges.length][];
        Arrays.setAll(linear, r -> fit.linear(ridges[r]));
        Trees[] trees = effort == Effort.FULL ? fit.trees() : null;
        double[][] values = VaryingColumns.values(later, fit.columns());
        Map<Integer, double[][]> flatRates = new HashMap<>();
        for (int i = 0; i < later.rows.length; i++) {
            double[][][] said = new double[Span.MOST][][];
            double[][] rates =
                    flatRates.computeIfAbsent(Row.day(later.rows[i]), day -> rates(flat, day));
            for (int s = 0; s < said.length; s++) {
                said[s] = said(s, rates, later, i, values[i], fit.spans(), linear, trees);
            }
            judged.add(later.rows[i], said);
        }
    }

    private double[][] rates(HazardModel flat, int day) {
        double[][] rates = new double[2][DaysAhead.COUNT];
        AsOf asOf = new AsOf(calendar, calendar.days().startOf(day));
        flat.rates(0, 0, TimeInStage.UNKNOWN, 0, asOf, rates[0], rates[1]);
        return rates;
    }

    /** Scores of all sources; where a source has none, those of the hazards. */
    private static double[][] said(
            int span,
            double[][] flat,
            EffectData data,
            int i,
            double[] values,
            int learnedSpans,
            LogisticFit[][] linear,
            Trees[] trees) {
        double[] odds = SpanRows.odds(data.won[i], data.lost[i], Span.of(span));
        double[][] said = new double[3 + linear.length][];
        Arrays.fill(said, odds);
        said[Judged.BASE] = SpanRows.odds(flat[0], flat[1], Span.of(span));
        if (span < learnedSpans) {
            double[] row = EffectsFit.withOdds(values, odds);
            for (int r = 0; r < linear.length; r++) {
                said[2 + r] =
                        new double[] {
                            linear[r][2 * span].score(row), linear[r][2 * span + 1].score(row)
                        };
            }
            if (trees != null) {
                double[] x = EffectsFit.forTrees(data.features[i], odds);
                said[said.length - 1] =
                        new double[] {trees[2 * span].sum(x), trees[2 * span + 1].sum(x)};
            }
        }
        return said;
    }
}
