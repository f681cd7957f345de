package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealType;

/** What was learned from won deals about how much is too much. Every win model answers it. */
public interface LearnedLimits {
    /** Nothing learned: configured limits hold and no deal is too old. */
    LearnedLimits NONE =
            new LearnedLimits() {
                @Override
                public double stallLimit(int stage) {
                    return Double.NaN;
                }

                @Override
                public double longestWonAge() {
                    return Double.POSITIVE_INFINITY;
                }
            };

    /**
     * Learned limit of time in a stage in business days, by stage index, or NaN where won deals
     * were too few.
     */
    double stallLimit(int stage);

    /** Longest age at which any deal was won, calendar days; infinite when not known. */
    double longestWonAge();

    /**
     * Learned limit of a rule in its measure, or NaN where won deals were too few.
     *
     * @param stage index of the deal's stage, or −1
     * @param segment the deal's type, or null
     */
    default double limit(AlertRule rule, int stage, DealType segment) {
        return rule == AlertRule.STALLED_IN_STAGE && stage >= 0 ? stallLimit(stage) : Double.NaN;
    }

    /** What a won deal of a type usually brings, corporate minor units, or NaN when not known. */
    default double usualAmount(DealType segment) {
        return Double.NaN;
    }
}
