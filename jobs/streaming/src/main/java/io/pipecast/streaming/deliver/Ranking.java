package io.pipecast.streaming.deliver;

import io.pipecast.domain.alert.AlertStakes;

/**
 * Which deal comes first: importance × urgency. Urgency is the third power of the chance that the
 * deal is lost or leaves its period within 30 days, so that a manager is told of what is about to
 * happen; severity tips the scales between alike. The power was chosen on development seeds of the
 * simulator.
 */
final class Ranking {
    private static final double UNKNOWN_RISK = 0.5;

    private Ranking() {}

    static double of(AlertStakes stakes, int severity) {
        double risk = Double.isNaN(stakes.risk()) ? UNKNOWN_RISK : stakes.risk();
        double importance = Double.isNaN(stakes.importance()) ? 0 : stakes.importance();
        return importance * risk * risk * risk * (0.8 + 0.1 * severity);
    }
}
