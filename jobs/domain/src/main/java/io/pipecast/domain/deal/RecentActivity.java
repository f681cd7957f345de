package io.pipecast.domain.deal;

import java.util.Arrays;

/**
 * How much was done lately, by series: counts that halve every four and every sixteen days. They
 * fade by the whole hours of the clock, from a table, so that folding the same facts in the same
 * order gives the same numbers on every machine.
 */
public final class RecentActivity {
    /** Completed activities towards the buyer. */
    public static final int OUTBOUND = 0;

    /** Completed activities of the buyer. */
    public static final int INBOUND = 1;

    /** Completed activities among ourselves. */
    public static final int INTERNAL = 2;

    /** Completed meetings with the buyer, which count in their direction too. */
    public static final int MEETING = 3;

    /** Activities planned or begun. */
    public static final int PLANNED = 4;

    /** Number of series. */
    public static final int COUNT = 5;

    private static final long HOUR = 3_600_000;
    private static final int SLOW_HOURS = 16 * 24;

    /** How much longer the slow count takes to halve than the fast one. */
    private static final int SLOWER = 4;

    private static final double[] FADED = new double[12 * SLOW_HOURS];

    static {
        for (int i = 0; i < FADED.length; i++) {
            FADED[i] = StrictMath.pow(0.5, (double) i / SLOW_HOURS);
        }
    }

    private final double[] fast = new double[COUNT];
    private final double[] slow = new double[COUNT];
    private long hour;

    /** Series of a direction. */
    static int of(ActivityCode.Direction direction) {
        return switch (direction) {
            case OUTBOUND -> OUTBOUND;
            case INBOUND -> INBOUND;
            case INTERNAL -> INTERNAL;
        };
    }

    /** Takes in one more, not before the last one. */
    void add(int series, long time) {
        long now = Math.floorDiv(time, HOUR);
        if (now != hour) {
            double keepFast = kept(SLOWER * (now - hour));
            double keepSlow = kept(now - hour);
            for (int i = 0; i < COUNT; i++) {
                fast[i] *= keepFast;
                slow[i] *= keepSlow;
            }
            hour = now;
        }
        fast[series]++;
        slow[series]++;
    }

    /** The count that halves every four days, as of an instant not before the last addition. */
    public double fast(int series, long at) {
        return fast[series] * kept(SLOWER * (Math.floorDiv(at, HOUR) - hour));
    }

    /** The count that halves every sixteen days, as of an instant not before the last addition. */
    public double slow(int series, long at) {
        return slow[series] * kept(Math.floorDiv(at, HOUR) - hour);
    }

    private static double kept(long slowHours) {
        return slowHours < FADED.length ? FADED[(int) Math.max(0, slowHours)] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecentActivity o
                && hour == o.hour
                && Arrays.equals(fast, o.fast)
                && Arrays.equals(slow, o.slow);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fast) + Arrays.hashCode(slow);
    }

    @Override
    public String toString() {
        return Arrays.toString(fast) + Arrays.toString(slow) + "@" + hour;
    }
}
