package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;

/**
 * Due in the current period, whose end is near, and unlikely to be won in it, as the model says.
 * Its measure is the chance not to be won by then.
 */
final class WillSlip implements ChanceRule {
    /** Calendar days before the end of the period in which it speaks; all of a shorter one. */
    static final int NEAR_DAYS = 35;

    @Override
    public AlertRule rule() {
        return AlertRule.WILL_SLIP;
    }

    @Override
    public int percent(DealView deal, long at, Odds odds, RecentOdds recent, AlertContext context) {
        SalesCalendar calendar = context.settings().calendar();
        if (!odds.trained()
                || deal.closeDate == DealView.UNKNOWN
                || !context.settings().source().closeDates()) {
            return -1;
        }
        int day = calendar.days().dayOf(at);
        Period period = calendar.fiscal().at(day);
        boolean due = deal.closeDate >= day && period.contains(deal.closeDate);
        return due && period.endDay() - day <= NEAR_DAYS
                ? (1_000_000 - odds.inPeriod()) / 10_000
                : -1;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        return context.settings().calendar().days().startOf((int) deal.closeDate);
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        return "due in this period, and "
                + value
                + " % likely not to be won in it, as the model says; the limit is "
                + alert.limit()
                + " % ("
                + alert.source()
                + ")";
    }
}
