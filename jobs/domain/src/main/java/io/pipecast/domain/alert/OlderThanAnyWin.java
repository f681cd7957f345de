package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/** A zombie: open for longer than any deal that was ever won took. */
final class OlderThanAnyWin implements DealRule {
    private static final double DAY_MILLIS = 86_400_000;

    @Override
    public AlertRule rule() {
        return AlertRule.OLDER_THAN_ANY_WIN;
    }

    @Override
    public long deadline(DealView deal, AlertContext context, int severity) {
        boolean counts = deal.isOpen() && severity == 1 && context.applies(rule(), deal);
        return counts ? context.zombieAt(deal) : NEVER;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        return deal.createdAt;
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        return (int) Math.ceil(context.learned().longestWonAge());
    }

    @Override
    public String source(DealView deal, AlertContext context) {
        return LEARNED;
    }

    @Override
    public double value(OpenAlert alert, long at, AlertContext context) {
        return (at - alert.since()) / DAY_MILLIS;
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        return "open for "
                + value
                + " days; no deal was won after more than "
                + alert.limit()
                + " (learned)";
    }
}
