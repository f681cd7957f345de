package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealView;
import java.time.LocalDate;

/**
 * Open though its close date has passed, counted from the end of that day. A date moved into the
 * future ends it; one moved to another overdue day does not.
 */
final class CloseDateOverdue implements ClockRule {
    @Override
    public AlertRule rule() {
        return AlertRule.CLOSE_DATE_OVERDUE;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        boolean counts = context.settings().source().closeDates();
        if (!counts || deal.closeDate == DealView.UNKNOWN || deal.closeDate >= DayClock.LAST_DAY) {
            return NEVER;
        }
        int day = (int) Math.max(DayClock.FIRST_DAY, deal.closeDate + 1);
        return context.settings().calendar().days().startOf(day);
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        return Math.max(0, context.limit(rule(), deal));
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        int closeDate = context.settings().calendar().days().dayOf(alert.since()) - 1;
        return "still open "
                + DealRules.businessDays(value)
                + " after its close date "
                + LocalDate.ofEpochDay(closeDate)
                + "; the grace is "
                + alert.limit()
                + " (configured)";
    }
}
