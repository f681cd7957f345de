package io.pipecast.domain.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Local days of the fiscal zone, by table: the first instant of every day from 1990 to 2089, so
 * that no time-zone rule is evaluated per event. Days are epoch days, instants epoch milliseconds.
 */
public final class DayClock {
    /**
     * First and last day the tables cover; an instant outside is implausible and refused at the
     * door.
     */
    public static final int FIRST_DAY = (int) LocalDate.of(1990, 1, 1).toEpochDay();

    public static final int LAST_DAY = (int) LocalDate.of(2089, 12, 31).toEpochDay();

    private static final long DAY_MILLIS = 86_400_000L;

    private final ZoneId zone;
    private final long[] starts = new long[LAST_DAY - FIRST_DAY + 2];

    public DayClock(ZoneId zone) {
        this.zone = zone;
        for (int i = 0; i < starts.length; i++) {
            starts[i] =
                    LocalDate.ofEpochDay(FIRST_DAY + i)
                            .atStartOfDay(zone)
                            .toInstant()
                            .toEpochMilli();
        }
    }

    /** The fiscal zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the tables cover an instant. */
    public boolean covers(long instant) {
        return instant >= starts[0] && instant < starts[starts.length - 1];
    }

    /**
     * Local day of an instant.
     *
     * @throws IllegalArgumentException outside 1990–2089
     */
    public int dayOf(long instant) {
        if (!covers(instant)) {
            throw new IllegalArgumentException(
                    "an instant must lie between 1990 and 2089, was " + instant + " ms");
        }
        // a zone is at most a day and a few hours off UTC: guess, then correct by comparing
        int i =
                (int)
                        Math.min(
                                starts.length - 2,
                                Math.max(0, Math.floorDiv(instant, DAY_MILLIS) - FIRST_DAY));
        while (starts[i] > instant) {
            i--;
        }
        while (starts[i + 1] <= instant) {
            i++;
        }
        return FIRST_DAY + i;
    }

    /** First instant of a local day. */
    public long startOf(int day) {
        return starts[day - FIRST_DAY];
    }

    /** First midnight strictly after an instant. */
    public long midnightAfter(long instant) {
        return startOf(dayOf(instant) + 1);
    }

    /** Share of its local day that has passed at an instant, 0 (inclusive) to 1 (exclusive). */
    public double fractionOf(long instant, int day) {
        long start = startOf(day);
        return (instant - start) / (double) (startOf(day + 1) - start);
    }
}
