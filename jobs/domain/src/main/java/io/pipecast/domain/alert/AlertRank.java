package io.pipecast.domain.alert;

/**
 * Which deal comes first: importance × urgency. Urgency is the fourth power of the chance that the
 * deal is lost or leaves its period within 30 days, so that a manager is told of what is about to
 * happen; severity tips the scales between alike. The power was chosen on development seeds of the
 * simulator. What is about no deal has rank 0.
 */
public final class AlertRank {
    private static final double UNKNOWN_RISK = 0.5;

    private AlertRank() {}

    /**
     * The rank of a deal.
     *
     * @param severity of its strongest alert, 1 to 3
     */
    public static double of(AlertStakes stakes, int severity) {
        double risk = Double.isNaN(stakes.risk()) ? UNKNOWN_RISK : stakes.risk();
        double importance = Double.isNaN(stakes.importance()) ? 0 : stakes.importance();
        double squared = risk * risk;
        return importance * squared * squared * (0.8 + 0.1 * severity);
    }
}
