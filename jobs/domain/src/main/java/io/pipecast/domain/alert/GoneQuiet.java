package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import java.time.LocalDate;

/**
 * No completed buyer-facing activity since the last one, or since the deal came into being or was
 * reopened. A booked meeting holds it back until a business day after the meeting's start.
 */
final class GoneQuiet implements ClockRule {
    @Override
    public AlertRule rule() {
        return AlertRule.GONE_QUIET;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        long last = Math.max(deal.openedAt, deal.lastBuyerAt);
        return context.settings().source().activities() && last != DealView.UNKNOWN ? last : NEVER;
    }

    @Override
    public long notBefore(DealView deal, AlertContext context) {
        if (deal.meetingAt == DealView.UNKNOWN) {
            return Long.MIN_VALUE;
        }
        return context.settings().calendar().plusBusinessDays(deal.meetingAt, 1);
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        SalesCalendar calendar = context.settings().calendar();
        String measured =
                "no buyer-facing activity for "
                        + DealRules.businessDays(value)
                        + ", since "
                        + LocalDate.ofEpochDay(calendar.days().dayOf(alert.since()))
                        + "; ";
        return measured
                + switch (alert.source()) {
                    case LEARNED ->
                            DealRules.share(context)
                                    + " won deals were never quiet for more than "
                                    + alert.limit()
                                    + " (learned)";
                    default -> "the limit is " + alert.limit() + " (" + alert.source() + ")";
                };
    }
}
