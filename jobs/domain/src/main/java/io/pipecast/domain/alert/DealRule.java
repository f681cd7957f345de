package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * A rule by which an open deal asks for attention. A new rule is one class, its constant in {@link
 * AlertRule} and its line in {@link DealRules}; the configuration has it then. Most rules are a
 * {@link ClockRule}; what a model says at midnights is a {@link ChanceRule}.
 */
interface DealRule {
    /** Deadline of a rule that cannot fire. */
    long NEVER = Long.MAX_VALUE;

    /** Severity of an alert far past its limit. */
    int MAX_SEVERITY = 3;

    String HAND_SET = "hand-set";
    String LEARNED = "learned";
    String CONFIGURED = "configured";

    AlertRule rule();

    /**
     * When a severity (1 to 3) is reached if nothing else happens, or {@link #NEVER}: a function of
     * the deal's facts, never of the instant it is asked at.
     */
    long deadline(DealView deal, AlertContext context, int severity);

    /** Instant the measure counts from, epoch milliseconds. */
    long since(DealView deal, AlertContext context);

    /** Threshold in the rule's measure. */
    int limit(DealView deal, AlertContext context);

    /** Where the threshold comes from. */
    default String source(DealView deal, AlertContext context) {
        return context.source(rule(), deal);
    }

    /** What is measured where that does not follow from {@link #since} and the clock; else 0. */
    default int value(DealView deal, AlertContext context) {
        return 0;
    }

    /** What an alert measures at an instant, in the rule's measure. */
    double value(OpenAlert alert, long at, AlertContext context);

    /** One sentence a manager understands. */
    String evidence(OpenAlert alert, long value, AlertContext context);
}
