package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;

/**
 * A rule by which an open deal asks for attention: business days counted from an instant on, held
 * against a limit. A new rule is one class and one line in {@link DealRules}.
 */
interface DealRule {
    /** Deadline of a rule that cannot fire. */
    long NEVER = Long.MAX_VALUE;

    /** Severity of an alert far past its limit. */
    int MAX_SEVERITY = 3;

    AlertRule rule();

    /**
     * Instant from which the rule counts, or {@link #NEVER} when it cannot fire for the open deal.
     */
    long since(DealView deal, AlertContext context);

    /** Business days after which it fires. */
    int limit(DealView deal, AlertContext context);

    /** Where the limit comes from: learned, configured, hand-set. */
    String source(DealView deal, AlertContext context);

    /** Instant before which it never fires, whatever was counted. */
    default long notBefore(DealView deal, AlertContext context) {
        return Long.MIN_VALUE;
    }

    /** One sentence a manager understands. */
    String evidence(OpenAlert alert, long businessDays, AlertContext context);

    /**
     * When a severity (1 to 3) is reached if nothing else happens, or {@link #NEVER}: the limit,
     * 1.5 and 2 times the limit.
     */
    default long deadline(DealView deal, AlertContext context, int severity) {
        long since = deal.isOpen() ? since(deal, context) : NEVER;
        if (since == NEVER) {
            return NEVER;
        }
        int days = daysTo(severity, limit(deal, context));
        SalesCalendar calendar = context.settings().calendar();
        return Math.max(notBefore(deal, context), calendar.plusBusinessDays(since, days));
    }

    /**
     * Business days to a severity; at least one day apart, so that a small limit is not three
     * alarms at once.
     */
    static int daysTo(int severity, int limit) {
        return limit + Math.max(severity - 1, ((severity - 1) * limit + 1) / 2);
    }
}
