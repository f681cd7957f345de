package io.pipecast.training.rows;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import java.util.Arrays;

/**
 * A training row packed into a long: an open deal as it was known at a fiscal midnight (or at the
 * moment it entered a stage), and how long after that its life ended and how.
 */
@SuppressWarnings("EnumOrdinal") // packed, and never stored
public final class Row {
    /** Most days to the end that are told apart. */
    public static final int LONGEST = (1 << 15) - 1;

    /** Lots the deals are dealt into. */
    public static final int LOTS = 16;

    private static final int FACTORS = DealFactor.values().length - 1;

    private Row() {}

    /** Packs what is known at the instant; the end is added when it is known. */
    static long of(
            int day, int stage, int timeBand, int segment, boolean firstOfBand, int[] levels) {
        long row = (long) day - DayClock.FIRST_DAY;
        row |= (long) stage << 16 | (long) timeBand << 22 | (long) segment << 27;
        row |= firstOfBand ? 1L << 29 : 0;
        for (int i = 0; i < FACTORS; i++) {
            row |= (long) levels[i + 1] << (30 + 3 * i);
        }
        return row;
    }

    /** The row with the lot of its deal, 0 to {@link #LOTS} − 1. */
    static long ofLot(long row, int lot) {
        return row | (long) lot << 59;
    }

    /** The row with its end. */
    static long ended(long row, End end, int endDay) {
        long after = Math.min(LONGEST, endDay - day(row));
        return row | after << 42 | (long) end.ordinal() << 57;
    }

    /** The row as it was known before a day. */
    public static long knownBefore(long row, int day) {
        return day(row) + daysToEnd(row) < day ? row : row & ~((long) LONGEST << 42 | 3L << 57);
    }

    /** The row of a deal of which nothing is known but its end. */
    public static long withoutState(long row) {
        return row & ~(0x3fL << 16 | 0x1fL << 22 | 3L << 27) | (long) TimeInStage.UNKNOWN << 22;
    }

    /** Rows in the order of their days; what rows of one day have in common is then found once. */
    public static long[] byDay(long[] rows) {
        // the day is in the low bits: swapped to the top, numbers are in the order of days
        return Arrays.stream(rows)
                .map(row -> Long.rotateRight(row, 16))
                .sorted()
                .map(row -> Long.rotateLeft(row, 16))
                .toArray();
    }

    /** Local epoch day of the instant. */
    public static int day(long row) {
        return (int) (row & 0xffff) + DayClock.FIRST_DAY;
    }

    /** Index of the stage. */
    public static int stage(long row) {
        return (int) (row >>> 16) & 0x3f;
    }

    /** {@link io.pipecast.model.features.TimeInStage} band. */
    public static int timeBand(long row) {
        return (int) (row >>> 22) & 0x1f;
    }

    /** {@link io.pipecast.model.scoring.HazardTables#segment}. */
    public static int segment(long row) {
        return (int) (row >>> 27) & 3;
    }

    /** Whether it is the first row of its deal's visit in this time band. */
    public static boolean isFirstOfBand(long row) {
        return (row >>> 29 & 1) != 0;
    }

    /** Level of a factor. */
    public static int level(long row, DealFactor factor) {
        return factor == DealFactor.NONE
                ? 0
                : (int) (row >>> (30 + 3 * (factor.ordinal() - 1))) & 7;
    }

    /** Days from the row's day to the day of the end; meaningless for {@link End#NONE}. */
    public static int daysToEnd(long row) {
        return (int) (row >>> 42) & LONGEST;
    }

    /** How the deal's life ended. */
    public static End end(long row) {
        return End.of((int) (row >>> 57) & 3);
    }

    /** Lot of its deal, 0 to {@link #LOTS} − 1: drawn by opportunity id. */
    public static int lot(long row) {
        return (int) (row >>> 59) & (LOTS - 1);
    }
}
