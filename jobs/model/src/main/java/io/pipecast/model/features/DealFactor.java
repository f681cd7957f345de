package io.pipecast.model.features;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;

/**
 * A trait of a deal beside stage and time in stage by which its hazards may be scaled, where a
 * model does not look at the whole state. Which one, or none, is decided in training.
 */
public enum DealFactor {
    /** Stage and time in stage alone. */
    NONE {
        @Override
        public int level(DealView deal, SalesCalendar calendar, long instant) {
            return 0;
        }
    },
    /** How much was done: completed activities of every kind. */
    ACTIVITIES {
        @Override
        public int level(DealView deal, SalesCalendar calendar, long instant) {
            return below(deal.buyerActivities + deal.internalActivities, 1, 2, 4, 7, 12);
        }
    },
    /**
     * How lately the buyer was spoken to: business days since the last buyer-facing activity; the
     * top level is never.
     */
    BUYER_RECENCY {
        @Override
        public int level(DealView deal, SalesCalendar calendar, long instant) {
            if (deal.lastBuyerAt == DealView.UNKNOWN) {
                return LEVELS - 1;
            }
            return below(calendar.businessDays(deal.lastBuyerAt, instant), 2, 5, 10, 20);
        }
    },
    /** How often the deal fell back into a stage it had been in before. */
    REENTRIES {
        @Override
        public int level(DealView deal, SalesCalendar calendar, long instant) {
            return below(deal.reentries, 1, 2, 3);
        }
    };

    /** Levels any factor has at most. */
    public static final int LEVELS = 6;

    /** Level of a deal as of an instant, 0 to {@link #LEVELS} − 1. */
    public abstract int level(DealView deal, SalesCalendar calendar, long instant);

    private static int below(double value, double... edges) {
        int i = 0;
        while (i < edges.length && value >= edges[i]) {
            i++;
        }
        return i;
    }
}
