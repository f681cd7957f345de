package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/** What a model expects of an open deal, as alerts need it. */
public interface Outlook {
    /** Nothing is expected. */
    Outlook NONE =
            new Outlook() {
                @Override
                public double chance(DealView deal, long at) {
                    return Double.NaN;
                }

                @Override
                public double risk(DealView deal, long at) {
                    return Double.NaN;
                }
            };

    /** Days ahead that a risk looks. */
    int RISK_DAYS = 30;

    /** Chance to be won ever, 0 to 1, at an instant, or NaN. */
    double chance(DealView deal, long at);

    /**
     * Chance to be lost, or to have its close date moved out of its period, within {@link
     * #RISK_DAYS} days, 0 to 1, or NaN.
     */
    double risk(DealView deal, long at);
}
