package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.settings.PipelineSettings;

/**
 * What deal alerts depend on besides the deal's facts.
 *
 * @param settings calendar, stages, alert policy, what the source carries
 * @param learned limits learned from won deals
 * @param amounts conversion into the corporate currency
 * @param territories which territory a deal belongs to
 * @param outlook what the model expects
 * @param since first instant these settings and limits are in force, epoch milliseconds;
 *     Long.MIN_VALUE when they always were
 */
public record AlertContext(
        PipelineSettings settings,
        LearnedLimits learned,
        CorporateAmount amounts,
        Territories territories,
        Outlook outlook,
        long since) {
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

    /** Where deals belong. */
    @FunctionalInterface
    public interface Territories {
        /** Territory of a deal at an instant, or null. */
        String of(DealView deal, long at);
    }

    /** A context in which deals have the territory they name and nothing is expected of them. */
    public AlertContext(
            PipelineSettings settings, LearnedLimits learned, CorporateAmount amounts, long since) {
        this(settings, learned, amounts, (deal, at) -> deal.territory, Outlook.NONE, since);
    }

    /** A context that always held. */
    public AlertContext(PipelineSettings settings, LearnedLimits learned, CorporateAmount amounts) {
        this(settings, learned, amounts, Long.MIN_VALUE);
    }

    /** The same context, had it always held. */
    AlertContext always() {
        return new AlertContext(settings, learned, amounts, territories, outlook, Long.MIN_VALUE);
    }

    RulePolicy policy(AlertRule rule) {
        return settings.alerts().of(rule);
    }

    /**
     * Whether a rule is on and an open deal in its scope. What the deal is worth and where it
     * belongs is taken as of its opening: no rate and no reorganization raises or ends an alert.
     */
    boolean applies(AlertRule rule, DealView deal) {
        RulePolicy policy = policy(rule);
        return policy.enabled() && (policy.isForAll() || inScope(policy, deal));
    }

    private boolean inScope(RulePolicy policy, DealView deal) {
        DealType type = deal.dealType == null ? DealType.NEW : deal.dealType;
        if (!policy.segments().isEmpty() && !policy.segments().contains(type)) {
            return false;
        }
        long opened = Math.max(deal.openedAt, deal.stageEnteredAt);
        if (!settings.calendar().days().covers(opened)) {
            return policy.territories().isEmpty() && policy.leastAmount() <= 0;
        }
        if (!policy.territories().isEmpty()
                && !policy.territories().contains(territories.of(deal, opened))) {
            return false;
        }
        return policy.leastAmount() <= 0 || corporateAmount(deal, opened) >= policy.leastAmount();
    }

    /** Amount by the rate of an instant's day, or Long.MIN_VALUE. */
    long corporateAmount(DealView deal, long at) {
        return deal.amount == DealView.UNKNOWN
                ? Long.MIN_VALUE
                : amounts.convert(deal.amount, deal.currency, settings.calendar().days().dayOf(at));
    }

    /**
     * Threshold of a rule for a deal: the one set by hand, else the learned one, else the fallback.
     */
    int limit(AlertRule rule, DealView deal) {
        RulePolicy policy = policy(rule);
        if (policy.threshold() != RulePolicy.LEARNED) {
            return policy.threshold();
        }
        double learnedLimit = learned.limit(rule, deal.stage, deal.dealType);
        return Double.isNaN(learnedLimit) ? policy.fallback() : (int) Math.ceil(learnedLimit);
    }

    /** Where {@link #limit} comes from. */
    String source(AlertRule rule, DealView deal) {
        RulePolicy policy = policy(rule);
        if (policy.threshold() != RulePolicy.LEARNED) {
            return rule.learned ? DealRule.HAND_SET : DealRule.CONFIGURED;
        }
        return Double.isNaN(learned.limit(rule, deal.stage, deal.dealType))
                ? DealRule.CONFIGURED
                : DealRule.LEARNED;
    }

    /**
     * When a deal outlives every won deal and becomes a zombie, for which nothing but that is
     * stated; Long.MAX_VALUE for never.
     */
    long zombieAt(DealView deal) {
        double age = learned.longestWonAge();
        if (deal.createdAt == DealView.UNKNOWN || !(age < Integer.MAX_VALUE)) {
            return Long.MAX_VALUE;
        }
        return deal.createdAt + (long) Math.ceil(age * DAY_MILLIS);
    }
}
