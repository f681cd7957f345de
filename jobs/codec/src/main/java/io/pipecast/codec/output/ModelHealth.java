package io.pipecast.codec.output;

import java.util.List;

/**
 * How right the forecasts of a model have been; an upsert by role, model version and measure. What
 * does not apply is NaN.
 *
 * @param modelVersion version of the model
 * @param shadow whether it scored beside the model in force
 * @param measure key of a horizon of deals, {@code period.level<n>} for periods of nodes at a level
 *     of the reporting tree, or {@code feature.<kind>} for what deals look like
 * @param version number of forecasts and judgements taken in; only grows
 * @param asOf newest fiscal day it knows of, epoch day
 * @param fromDay first day of the window, epoch day: judged are forecasts whose horizon ended in it
 * @param judged forecasts in the window whose outcome is known
 * @param won those that came true; 0 for periods
 * @param given forecasts made in the window
 * @param brier mean squared error of the chances
 * @param logLoss mean negative log likelihood
 * @param auc area under the ROC curve, approximate: from the bins
 * @param calibrationError expected calibration error over the bins
 * @param drift population stability index of the chances given lately against the first ones, or of
 *     a feature lately against the deals the model was learned from
 * @param covered share of periods that ended between P10 and P90
 * @param below share of periods that ended below P10
 * @param above share of periods that ended above P90
 * @param error mean distance of P50 from what was closed, as a share of it
 * @param bins reliability of deals; empty for periods
 */
public record ModelHealth(
        String modelVersion,
        boolean shadow,
        String measure,
        long version,
        int asOf,
        int fromDay,
        long judged,
        long won,
        long given,
        double brier,
        double logLoss,
        double auc,
        double calibrationError,
        double drift,
        double covered,
        double below,
        double above,
        double error,
        List<Bin> bins) {
    /** Measures of what deals look like begin with it. */
    public static final String FEATURE = "feature.";

    /** Measures of periods begin with it. */
    public static final String PERIOD = "period.level";

    /**
     * Forecasts of about the same chance.
     *
     * @param from lowest chance, 0–1
     * @param to chance at which the next bin begins
     * @param judged judged forecasts
     * @param won those that came true
     * @param meanChance mean chance of the judged ones
     * @param given forecasts made in the window
     */
    public record Bin(
            double from, double to, long judged, long won, double meanChance, long given) {}

    /** Key of the upsert. */
    public String key() {
        return (shadow ? "shadow|" : "champion|") + modelVersion + "|" + measure;
    }
}
