package io.pipecast.streaming.operators;

/**
 * How fast the company's days pass on the wall. While a backlog is worked off, several a second,
 * provisional forecasts are brought up to date once a second instead of at once. This decides when
 * a row is written, never what it says.
 */
final class Pace {
    private static final long RACING = 400;
    private static final long WHILE_RACING = 1_000;

    private final long usual;
    private int day = Integer.MIN_VALUE;
    private long since = Long.MIN_VALUE / 2;
    private boolean racing;

    Pace(long usual) {
        this.usual = usual;
    }

    /** A fiscal midnight was reached at a wall instant, milliseconds. */
    void midnight(int newDay, long wall) {
        if (newDay != day) {
            racing = wall - since < RACING;
            since = wall;
            day = newDay;
        }
    }

    /** Wall milliseconds within which a provisional forecast follows. */
    long refreshMillis() {
        return racing ? WHILE_RACING : usual;
    }
}
