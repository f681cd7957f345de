package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import java.time.LocalDate;

/**
 * No completed buyer-facing activity since the last one, or since the deal came into being or was
 * reopened. A booked meeting holds it back until a business day after the meeting's start.
 */
final class GoneQuiet implements DealRule {
    @Override
    public AlertRule rule() {
        return AlertRule.GONE_QUIET;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        boolean counts =
                context.settings().source().activities()
                        && context.settings().alerts().quietEnabled();
        long last = Math.max(deal.openedAt, deal.lastBuyerAt);
        return counts && last != DealView.UNKNOWN ? last : NEVER;
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        return Math.max(1, context.settings().alerts().quietDays());
    }

    @Override
    public String source(DealView deal, AlertContext context) {
        return "configured";
    }

    @Override
    public long notBefore(DealView deal, AlertContext context) {
        if (deal.meetingAt == DealView.UNKNOWN) {
            return Long.MIN_VALUE;
        }
        return context.settings().calendar().plusBusinessDays(deal.meetingAt, 1);
    }

    @Override
    public String evidence(OpenAlert alert, long businessDays, AlertContext context) {
        SalesCalendar calendar = context.settings().calendar();
        return "no buyer-facing activity for "
                + DealRules.businessDays(businessDays)
                + ", since "
                + LocalDate.ofEpochDay(calendar.days().dayOf(alert.since()))
                + "; the limit is "
                + alert.limit()
                + " (configured)";
    }
}
