package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import java.time.LocalDate;

/**
 * The close date was moved later again and again, by hand: edits of many deals at once do not
 * count. A move to another stage after the last push ends it.
 */
final class PushedRepeatedly implements DealRule {
    @Override
    public AlertRule rule() {
        return AlertRule.PUSHED_REPEATEDLY;
    }

    @Override
    public long deadline(DealView deal, AlertContext context, int severity) {
        boolean counts =
                deal.isOpen()
                        && context.settings().source().closeDates()
                        && context.applies(rule(), deal)
                        && deal.lastPushByHandAt != DealView.UNKNOWN
                        && deal.lastPushByHandAt >= deal.stageEnteredAt;
        int pushes = ClockRule.daysTo(severity, limit(deal, context));
        return counts && deal.pushesByHand >= pushes ? deal.lastPushByHandAt : NEVER;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        return deal.lastPushByHandAt;
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        return Math.max(2, context.limit(rule(), deal));
    }

    @Override
    public int value(DealView deal, AlertContext context) {
        return deal.pushesByHand;
    }

    @Override
    public double value(OpenAlert alert, long at, AlertContext context) {
        return alert.value();
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        int last = context.settings().calendar().days().dayOf(alert.since());
        String measured =
                "close date moved later "
                        + value
                        + " times, last on "
                        + LocalDate.ofEpochDay(last)
                        + "; ";
        return measured
                + (alert.source().equals(LEARNED)
                        ? DealRules.share(context)
                                + " won deals were moved fewer than "
                                + alert.limit()
                                + " times (learned)"
                        : "the limit is " + alert.limit() + " (" + alert.source() + ")");
    }
}
