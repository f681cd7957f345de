package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DealFactor;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model of the same form, learned on what was known before the last fifth of the time, does
 * on that fifth.
 */
final class Holdout {
    /** Least days to learn from and to be judged on. */
    private static final int LEAST_BEFORE = 21;

    private static final int LEAST_JUDGED = 7;

    private Holdout() {}

    /**
     * Figures by name; none when the time is too short to hold any of it back.
     *
     * @param rows packed, all before the cut
     */
    static Map<String, Double> metrics(
            long[] rows, int stages, SalesCalendar calendar, int cutDay, DealFactor factor) {
        int firstDay = Arrays.stream(rows).mapToInt(Row::day).min().orElse(cutDay);
        int lastFifth = cutDay - (cutDay - firstDay) / 5;
        int splitDay = Math.min(lastFifth, cutDay - Judgement.DAYS - LEAST_JUDGED);
        Judgement judgement = new Judgement(calendar, rows, splitDay, cutDay);
        long[] before = Arrays.stream(rows).filter(row -> Row.day(row) < splitDay).toArray();
        Map<String, Double> metrics = new TreeMap<>();
        if (splitDay - firstDay >= LEAST_BEFORE && judgement.size() > 0 && before.length > 0) {
            HazardFit fit = new HazardFit(before, stages, calendar, splitDay);
            ProbabilityScores scores = judgement.scores(fit.fit(factor, Support.unlimited(stages)));
            metrics.put("holdout.rows", (double) scores.rows());
            metrics.put("holdout.base", scores.base());
            metrics.put("holdout.auc", scores.auc());
            metrics.put("holdout.logLoss", scores.logLoss());
            metrics.put("holdout.brier", scores.brier());
            metrics.put("holdout.ece", scores.ece());
        }
        return metrics;
    }
}
