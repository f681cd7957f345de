package io.pipecast.domain.calendar;

/** How the fiscal year is cut into periods. */
public enum PeriodKind {
    WEEKS,
    FOUR_WEEKS,
    MONTHS,
    QUARTERS,
    /** Quarters of 4 + 4 + 5 weeks, counted from the start date. */
    FOUR_FOUR_FIVE,
    /** A list of first days. */
    DATES
}
