package io.pipecast.domain.alert;

/** What was learned from won deals about how long is too long. Every win model answers it. */
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
}
