package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.AsOf;

/** How far ahead the wins a model has seen support a forecast of a deal. */
final class SupportedDays {
    private static final double DAY_MILLIS = 86_400_000;

    private SupportedDays() {}

    /** Index of the stage a deal is forecast in, or −1. */
    static int stage(DealView deal) {
        return deal.stage >= 0 ? deal.stage : deal.lastOpenStage;
    }

    /**
     * Days ahead in which deals of this age and time in stage were still won; not more than 0
     * beyond what won deals took.
     */
    static double of(DealView deal, HazardTables tables, AsOf asOf) {
        int stage = stage(deal);
        if (stage < 0) {
            return 0;
        }
        double inStage = tables.longestWonInStage()[stage];
        if (deal.stageEnteredAt != DealView.UNKNOWN
                && inStage < Double.POSITIVE_INFINITY
                && asOf.calendar.businessDays(deal.stageEnteredAt, asOf.instant) > inStage) {
            return 0;
        }
        return deal.createdAt == DealView.UNKNOWN
                ? Double.POSITIVE_INFINITY
                : tables.longestWonAge() - (asOf.instant - deal.createdAt) / DAY_MILLIS;
    }
}
