package io.pipecast.model.features;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;

/**
 * Time in the current visit to the stage, in bands of business days. A deal that entered its stage
 * on the very day it is looked at has a band of its own: it has not yet survived a midnight there,
 * as all others have.
 */
public final class TimeInStage {
    /** Entered on the day of the instant. */
    public static final int JUST_ENTERED = 0;

    private static final double[] EDGES = {0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120};

    /**
     * The entry into the stage is not known (found by a first import): no clock, not 0 and not
     * infinite.
     */
    public static final int UNKNOWN = EDGES.length + 2;

    /** Number of bands. */
    public static final int COUNT = UNKNOWN + 1;

    private TimeInStage() {}

    /**
     * Upper ends of the bands after {@link #JUST_ENTERED}, business days, ascending; one more band
     * lies above the last.
     */
    public static double[] edges() {
        return EDGES.clone();
    }

    /**
     * Band of a deal as of an instant.
     *
     * @param day local epoch day of the instant
     */
    public static int band(DealView deal, SalesCalendar calendar, long instant, int day) {
        long entered = deal.stageEnteredAt;
        if (entered == DealView.UNKNOWN) {
            return UNKNOWN;
        }
        if (entered >= calendar.days().startOf(day)) {
            return JUST_ENTERED;
        }
        return bandOf(calendar.businessDays(entered, instant));
    }

    /** Band of a number of business days in the stage, midnight of the entry passed. */
    public static int bandOf(double businessDays) {
        int i = 0;
        while (i < EDGES.length && businessDays >= EDGES[i]) {
            i++;
        }
        return i + 1;
    }
}
