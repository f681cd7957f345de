package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.settings.PipelineSettings;

/**
 * What deal alerts depend on besides the deal's facts.
 *
 * @param settings calendar, stages, alert policy, what the source carries
 * @param learned limits learned from won deals
 * @param amounts conversion into the corporate currency
 * @param since first instant these settings and limits are in force, epoch milliseconds;
 *     Long.MIN_VALUE when they always were
 */
public record AlertContext(
        PipelineSettings settings, LearnedLimits learned, CorporateAmount amounts, long since) {
    private static final double DAY_MILLIS = 86_400_000;

    /** Conversion of a deal's amount into the corporate currency. */
    @FunctionalInterface
    public interface CorporateAmount {
        /**
         * Corporate minor units, or Long.MIN_VALUE when no rate is known.
         *
         * @param amount minor units of {@code currency}
         * @param currency ISO 4217, or null when the source did not say
         * @param day epoch day whose rate holds
         */
        long convert(long amount, String currency, int day);
    }

    /** A context that always held. */
    public AlertContext(PipelineSettings settings, LearnedLimits learned, CorporateAmount amounts) {
        this(settings, learned, amounts, Long.MIN_VALUE);
    }

    /**
     * When a deal outlives every won deal and becomes a zombie, for which no alert is raised;
     * Long.MAX_VALUE for never.
     */
    long zombieAt(DealView deal) {
        double age = learned.longestWonAge();
        if (deal.createdAt == DealView.UNKNOWN || !(age < Integer.MAX_VALUE)) {
            return Long.MAX_VALUE;
        }
        return deal.createdAt + (long) Math.ceil(age * DAY_MILLIS);
    }
}
