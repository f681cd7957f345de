package io.pipecast.training.backtest;

import io.pipecast.domain.organization.Tree;
import java.util.List;
import java.util.Map;

/**
 * How good the forecasts of where periods land were. Money is in corporate minor units.
 *
 * @param fans the company's periods, day by day
 * @param levels scores by level of the trees and part of the period
 * @param days the company's error by day of the period
 * @param rights who was right since when, by period
 */
public record PeriodVerdict(
        List<Fan> fans, List<LevelScore> levels, List<DayScore> days, List<Right> rights) {
    /**
     * A period of the company.
     *
     * @param startDay first epoch day
     * @param endDay first epoch day after it
     * @param locked whether it landed on its locked number; otherwise on the last one known
     * @param landed what was closed in it
     */
    public record Fan(
            String period,
            int startDay,
            int endDay,
            boolean locked,
            long landed,
            List<FanDay> days) {}

    /**
     * What was said at a midnight; NaN where nothing was.
     *
     * @param day of the period, from 0
     * @param elapsed share of its working days that had passed
     * @param said by forecaster
     */
    public record FanDay(
            int day,
            double elapsed,
            double closed,
            double p10,
            double p50,
            double p90,
            double mean,
            Map<String, Double> said) {}

    /**
     * The forecasts of the nodes of a level in a part of their periods.
     *
     * @param level distance from the root
     * @param part all, one of its thirds, or the first midnight at which one or two thirds of its
     *     working days had passed
     * @param nodePeriods nodes × periods
     * @param midnights judged
     * @param coverage share of the midnights whose P10 to P90 held what was landed on
     * @param pinball mean pinball losses of P10, P50 and P90, each ÷ mean of what was landed on
     * @param scores by forecaster
     */
    public record LevelScore(
            Tree tree,
            int level,
            String part,
            int nodes,
            int periods,
            int nodePeriods,
            int midnights,
            double coverage,
            List<Double> pinball,
            List<RivalScore> scores) {
        /** The score of a forecaster, or null where it said nothing. */
        public RivalScore score(String key) {
            return scores.stream().filter(s -> s.key.equals(key)).findFirst().orElse(null);
        }
    }

    /**
     * A forecaster's error.
     *
     * @param midnights at which it said something
     * @param bias sum of (said − landed) ÷ sum of landed
     * @param error sum of |said − landed| ÷ sum of landed
     * @param modelError the model's on the same midnights
     */
    public record RivalScore(
            String key,
            String label,
            String note,
            int midnights,
            double bias,
            double error,
            double modelError) {}

    /**
     * The company's mean absolute percentage error at the midnight that begins a day of the period.
     *
     * @param day from 0
     * @param periods judged
     * @param errors by forecaster, of those that said something in every one of these periods
     */
    public record DayScore(int day, int periods, Map<String, Double> errors) {}

    /** Who was right in a period of the company. */
    public record Right(String period, List<Since> forecasters) {}

    /**
     * Since when a forecaster was right.
     *
     * @param day from which on it stayed within {@link PeriodJudge#CLOSE} of what was landed on; −1
     *     for never
     * @param closest share of the midnights at which it was closer than the others compared
     */
    public record Since(String key, String label, int day, double closest) {}
}
