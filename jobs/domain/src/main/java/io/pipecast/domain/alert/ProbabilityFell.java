package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * The model gives the deal much less than it did lately. Its measure is the share lost of the
 * highest chance of the last weeks; what never had much of a chance has none to lose.
 */
final class ProbabilityFell implements ChanceRule {
    /** Chance below which there is nothing to lose, millionths. */
    private static final int WORTH_LOSING = 150_000;

    @Override
    public AlertRule rule() {
        return AlertRule.PROBABILITY_FELL;
    }

    @Override
    public int percent(DealView deal, long at, Odds odds, RecentOdds recent, AlertContext context) {
        int day = context.settings().calendar().days().dayOf(at);
        int highest = recent.highest(day, odds.model());
        if (!odds.trained() || highest < WORTH_LOSING) {
            return -1;
        }
        return (int) (100L * (highest - Math.min(highest, odds.ever())) / highest);
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        return Math.max(deal.openedAt, deal.stageEnteredAt);
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        return "its chance to be won is "
                + value
                + " % below the highest of the last weeks; the limit is "
                + alert.limit()
                + " % ("
                + alert.source()
                + ")";
    }
}
