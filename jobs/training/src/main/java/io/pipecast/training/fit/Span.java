package io.pipecast.training.fit;

import io.pipecast.model.features.DaysAhead;

/**
 * A span of days ahead, as bands.
 *
 * @param firstBand first {@link DaysAhead} band
 * @param endBand first band after it
 */
record Span(int firstBand, int endBand) {
    private static final int[] STARTS = DaysAhead.starts();

    /** Days at which spans begin and end. */
    private static final int[] EDGES = {0, 7, 14, 30, 60, 120};

    /** Number of spans there may be. */
    static final int MOST = EDGES.length - 1;

    /** The i-th span. */
    static Span of(int i) {
        return new Span(DaysAhead.band(EDGES[i]), DaysAhead.band(EDGES[i + 1]));
    }

    int startDay() {
        return STARTS[firstBand];
    }

    int endDay() {
        return STARTS[endBand];
    }
}
