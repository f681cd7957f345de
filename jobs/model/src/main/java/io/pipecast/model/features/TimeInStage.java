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

    private static final double[] EDGES = {
        0.5, 1, 2, 3, 5, 7, 10, 12.5, 15, 17.5, 20, 25, 30, 35, 40, 45, 50, 55, 60, 67, 75, 82, 90,
        97, 105, 120
    };

    /**
     * The entry into the stage is not known (found by a first import): no clock, not 0 and not
     * infinite.
     */
    public static final int UNKNOWN = EDGES.length + 2;

    /** Middles of the bands; what lies above the last edge has its own. */
    private static final double[] MIDDLES = middles(EDGES);

    /** Number of bands. */
    public static final int COUNT = UNKNOWN + 1;

    private TimeInStage() {}

    /**
     * Middles of the bands that edges make, by band: the first is of {@link #JUST_ENTERED}, the
     * last of what lies above the last edge.
     *
     * @param edges upper ends, business days, ascending, at least one
     */
    public static double[] middles(double[] edges) {
        double[] middles = new double[edges.length + 2];
        for (int band = 1; band <= edges.length; band++) {
            double from = band == 1 ? 0 : edges[band - 2];
            middles[band] = (from + edges[band - 1]) / 2;
        }
        middles[edges.length + 1] = 1.25 * edges[edges.length - 1];
        return middles;
    }

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

    /**
     * The band on whose side of its own band's middle a time lies; the band itself where none is.
     *
     * @param band of {@link #bandOf}
     */
    public static int beside(int band, double businessDays) {
        if (band == JUST_ENTERED || band >= UNKNOWN) {
            return band;
        }
        return businessDays < MIDDLES[band]
                ? Math.max(JUST_ENTERED + 1, band - 1)
                : Math.min(UNKNOWN - 1, band + 1);
    }

    /**
     * How far a time lies on the way from the middle of its band to that of the band beside it, 0
     * to 1: what is learned by bands changes steadily between their middles.
     */
    public static double shareBeside(int band, double businessDays) {
        int beside = beside(band, businessDays);
        return beside == band
                ? 0
                : Math.min(1, (businessDays - MIDDLES[band]) / (MIDDLES[beside] - MIDDLES[band]));
    }

    /** Middle of a band that is neither {@link #JUST_ENTERED} nor unknown, business days. */
    public static double middle(int band) {
        return MIDDLES[band];
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
