package io.pipecast.model.features;

import java.util.Arrays;

/**
 * Bands of days ahead of the instant a deal is looked at: hazards are constant within a band but
 * for the calendar.
 */
public final class DaysAhead {
    private static final int[] STARTS = {
        0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365
    };

    /** Number of bands. */
    public static final int COUNT = STARTS.length;

    /** Days ahead that are modelled; whatever is still open then is taken as never won. */
    public static final int LIMIT = 730;

    private static final byte[] BAND = bands();

    private DaysAhead() {}

    /** First day of each band, ascending from 0. */
    public static int[] starts() {
        return STARTS.clone();
    }

    /** First day after a band. */
    public static int end(int band) {
        return band + 1 < COUNT ? STARTS[band + 1] : LIMIT;
    }

    /** Band of a day ahead, 0 to {@link #LIMIT} − 1. */
    public static int band(int daysAhead) {
        return BAND[daysAhead];
    }

    private static byte[] bands() {
        byte[] bands = new byte[LIMIT];
        for (int day = 0; day < LIMIT; day++) {
            int at = Arrays.binarySearch(STARTS, day);
            bands[day] = (byte) (at >= 0 ? at : -at - 2);
        }
        return bands;
    }
}
