package io.pipecast.training.backtest;

import io.pipecast.training.backtest.Resampling.Interval;
import java.util.List;

/**
 * How good the forecasts of a target were, deal by deal.
 *
 * @param target what was forecast
 * @param rows snapshots judged
 * @param deals of these snapshots
 * @param undecided snapshots whose outcome was not known yet, not judged
 * @param unscored snapshots without a probability, not judged
 * @param base share that came true
 * @param scores of the model first, then of its rivals on the same rows
 * @param cuts the same, by the model that made the forecasts
 * @param groups where it holds and where it fails
 * @param curves reliability: of all rows, then by stage and segment
 */
public record DealVerdict(
        Target target,
        int rows,
        int deals,
        int undecided,
        int unscored,
        double base,
        List<Score> scores,
        List<CutVerdict> cuts,
        List<Group> groups,
        List<Curve> curves) {
    /** Key of the model among the scores. */
    public static final String MODEL = "model";

    /**
     * Whether the model tells what comes true from what does not: that it ranks them no better than
     * chance lies outside the interval of its AUC.
     */
    public boolean signal() {
        return rows > 0 && score(MODEL).auc().low() > 0.5;
    }

    /** The score of a forecaster. */
    public Score score(String key) {
        return scores.stream().filter(score -> score.key.equals(key)).findFirst().orElseThrow();
    }

    /**
     * One forecaster's figures, each with the middle 95 % of draws of deals.
     *
     * @param key {@link #MODEL} or a rival's
     * @param label for people
     * @param note what it states
     * @param scores the figures
     * @param skill 1 − Brier score ÷ that of the base rate known at each cut
     * @param auc interval
     * @param logLoss interval
     * @param brier interval
     * @param ece interval
     * @param lead what the model is ahead of it, null for the model itself
     */
    public record Score(
            String key,
            String label,
            String note,
            ProbabilityScores scores,
            double skill,
            Interval auc,
            Interval logLoss,
            Interval brier,
            Interval ece,
            Lead lead) {}

    /**
     * The model against a rival.
     *
     * @param auc model − rival
     * @param aucInterval of it
     * @param brierRatio model ÷ rival; below 1 the model is better
     * @param brierInterval of it
     */
    public record Lead(
            double auc, Interval aucInterval, double brierRatio, Interval brierInterval) {}

    /**
     * The forecasts of one model.
     *
     * @param day epoch day from which it was in force
     */
    public record CutVerdict(int day, int rows, int deals, double base, List<Score> scores) {}

    /**
     * The model on the rows that have something in common.
     *
     * @param by what they have in common
     * @param value of it
     * @param stated mean probability
     * @param observed share that came true
     * @param gap interval of stated − observed
     * @param scores the model's
     * @param rival Brier score of the strongest rival by cells, {@link Rival#STAGE_TIME}
     */
    public record Group(
            String by,
            String value,
            int rows,
            int deals,
            double stated,
            double observed,
            Interval gap,
            ProbabilityScores scores,
            double rival) {}

    /** A reliability curve of the rows that have something in common. */
    public record Curve(String by, String value, List<Bin> bins) {}

    /**
     * Forecasts of about the same probability.
     *
     * @param stated mean probability
     * @param observed share that came true
     * @param interval of the share
     */
    public record Bin(int rows, double stated, double observed, Interval interval) {}
}
