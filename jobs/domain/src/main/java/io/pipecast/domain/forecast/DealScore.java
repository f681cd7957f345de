package io.pipecast.domain.forecast;

import io.pipecast.domain.deal.Outcome;
import java.util.Map;

/**
 * What a model said of an open deal at a settled midnight, or how the deal ended: what live
 * calibration is computed from.
 *
 * @param opportunityId CRM id
 * @param asOf the midnight, epoch milliseconds
 * @param shadow whether the model scores beside the one in force
 * @param modelVersion version of the model
 * @param outcome how the deal stood
 * @param removed true for a deleted or merged deal
 * @param closedAt epoch milliseconds, or {@link Quantity#MISSING}
 * @param probabilities millionths by {@link Horizon} ordinal; empty unless the deal is open
 * @param deciles where the deal lies among those the model was learned from, 0 to 9, by kind of
 *     reason; empty where the model does not say
 */
public record DealScore(
        String opportunityId,
        long asOf,
        boolean shadow,
        String modelVersion,
        Outcome outcome,
        boolean removed,
        long closedAt,
        int[] probabilities,
        Map<String, Long> deciles) {
    /** Chance in millionths by a horizon; of an open deal alone. */
    public int probability(Horizon horizon) {
        return probabilities[horizon.ordinal()];
    }

    /** The same without deciles. */
    public DealScore bare() {
        return new DealScore(
                opportunityId,
                asOf,
                shadow,
                modelVersion,
                outcome,
                removed,
                closedAt,
                probabilities,
                Map.of());
    }

    /** Whether the deal was open. */
    public boolean isOpen() {
        return outcome == Outcome.OPEN && !removed;
    }
}
