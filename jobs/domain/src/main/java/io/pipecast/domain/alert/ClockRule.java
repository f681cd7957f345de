package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;

/** A rule that counts business days from an instant on and holds them against a limit. */
interface ClockRule extends DealRule {
    @Override
    default int limit(DealView deal, AlertContext context) {
        return Math.max(1, context.limit(rule(), deal));
    }

    /** Instant before which it never fires, whatever was counted. */
    default long notBefore(DealView deal, AlertContext context) {
        return Long.MIN_VALUE;
    }

    /** The limit, 1.5 and 2 times the limit. */
    @Override
    default long deadline(DealView deal, AlertContext context, int severity) {
        boolean counts = deal.isOpen() && context.applies(rule(), deal);
        long since = counts ? since(deal, context) : NEVER;
        if (since == NEVER) {
            return NEVER;
        }
        int days = daysTo(severity, limit(deal, context));
        SalesCalendar calendar = context.settings().calendar();
        return Math.max(notBefore(deal, context), calendar.plusBusinessDays(since, days));
    }

    @Override
    default double value(OpenAlert alert, long at, AlertContext context) {
        return context.settings().calendar().businessDays(alert.since(), at);
    }

    /**
     * Business days to a severity; at least one day apart, so that a small limit is not three
     * alarms at once.
     */
    static int daysTo(int severity, int limit) {
        return limit + Math.max(severity - 1, ((severity - 1) * limit + 1) / 2);
    }
}
