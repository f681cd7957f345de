package io.pipecast.model.rollup;

/**
 * The integers a scope × window adds up; the ordinal is the position in {@link Sums#values}. Append
 * only: state holds them.
 */
public enum Measure {
    CLOSED,
    WON_COUNT,
    LOST_COUNT,
    LOST_AMOUNT,
    RATED_WON,
    RATED_LOST,
    COMMIT,
    BEST_CASE,
    PIPELINE,
    OMITTED,
    OPEN_AMOUNT,
    OPEN_COUNT,
    OVERDUE_AMOUNT,
    OVERDUE_COUNT,
    UNDATED_AMOUNT,
    UNDATED_COUNT,
    UNCONVERTED_COUNT,
    UNPRICED_COUNT,
    STAGE_WEIGHTED_OPEN,
    FROM_OPEN,
    FROM_OVERDUE,
    FROM_LATER,
    FROM_UNDATED,
    OMITTED_MODEL,
    /** Facts taken in, never taken back: the part of a scope's version that deals bring. */
    FACTS,
    /** Expected of open deals after the next period; held by the next period. */
    BEYOND,
    /**
     * What the period's own course adds to the expectation from open deals, or takes from it: kept
     * in totals alone, since it follows from the leaves and one factor.
     */
    FROM_DEMAND;

    /** Number of measures. */
    public static final int COUNT = values().length;
}
