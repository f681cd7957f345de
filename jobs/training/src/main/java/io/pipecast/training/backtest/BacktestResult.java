package io.pipecast.training.backtest;

import java.util.List;
import java.util.Map;

/**
 * Everything a backtest found. Equal for equal input.
 *
 * @param company display name
 * @param currency corporate currency, ISO 4217
 * @param log what was replayed
 * @param plan how
 * @param cuts the models that made the forecasts, oldest first
 * @param openMidnights open deals × judged midnights the log has
 * @param snapshots of them that were stated
 * @param notInSource keys of quantities the source does not carry
 * @param deals verdicts by target; the first is the one asked for
 * @param periods verdict on periods
 */
public record BacktestResult(
        String company,
        String currency,
        Log log,
        Plan plan,
        List<Cut> cuts,
        int openMidnights,
        int snapshots,
        List<String> notInSource,
        List<DealVerdict> deals,
        PeriodVerdict periods) {
    /**
     * The log.
     *
     * @param lines read
     * @param rejected of them
     * @param firstDay epoch day of its first fact
     * @param lastDay epoch day of its last fact
     * @param fingerprint hash of the set of its facts, hexadecimal
     */
    public record Log(
            long lines,
            long rejected,
            int deals,
            int won,
            int lost,
            int firstDay,
            int lastDay,
            String fingerprint) {}

    /**
     * How it was done.
     *
     * @param fromDay first epoch day judged
     * @param toDay first epoch day no longer judged
     * @param everyDays days between trainings
     * @param snapshotDays days between snapshots
     * @param shiftDays days the fiscal periods were moved
     * @param stages only deals in these; all when empty
     * @param target key of the target asked for
     * @param givenModel version of the one model judged, or null when models were trained
     */
    public record Plan(
            int fromDay,
            int toDay,
            int everyDays,
            int snapshotDays,
            int shiftDays,
            List<String> stages,
            String target,
            int draws,
            long seed,
            String givenModel) {}

    /**
     * A model.
     *
     * @param day epoch day from which it was in force
     * @param version of it
     * @param metrics what its training says of itself
     */
    public record Cut(int day, String version, Map<String, Double> metrics) {}
}
