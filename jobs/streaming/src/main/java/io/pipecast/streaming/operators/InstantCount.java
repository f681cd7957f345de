package io.pipecast.streaming.operators;

import java.util.Arrays;

/** Counts instants up to another one, in whatever order they came. */
final class InstantCount {
    private long[] sorted = new long[64];
    private int size;

    void add(long instant) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * size);
        }
        int at = (int) upTo(instant);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = instant;
        size++;
    }

    /** Number of instants not later than one. */
    long upTo(long instant) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
