package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * A rule about what the model says, looked at on fiscal midnights only. Its measure is a
 * percentage; what was said at a midnight stays said, though facts come late.
 */
interface ChanceRule extends DealRule {
    @Override
    default long deadline(DealView deal, AlertContext context, int severity) {
        return NEVER;
    }

    @Override
    default int limit(DealView deal, AlertContext context) {
        return context.limit(rule(), deal);
    }

    @Override
    default double value(OpenAlert alert, long at, AlertContext context) {
        return alert.value();
    }

    /**
     * Percentage measured at a midnight, or a negative number when the rule has nothing to say.
     *
     * @param recent what the model said lately
     */
    int percent(DealView deal, long at, Odds odds, RecentOdds recent, AlertContext context);

    /**
     * Severity of a percentage: past the limit, past a third and past two thirds of what is left of
     * it. An alert that is alive ends only well below the limit, so that it does not come and go
     * with every twitch of a chance.
     */
    static int severity(int percent, int limit, boolean alive) {
        int rest = 100 - limit;
        if (percent < limit) {
            return alive && percent >= limit - Math.max(1, limit / 5) ? 1 : 0;
        }
        return 1
                + (3 * (percent - limit) >= rest ? 1 : 0)
                + (3 * (percent - limit) >= 2 * rest ? 1 : 0);
    }
}
