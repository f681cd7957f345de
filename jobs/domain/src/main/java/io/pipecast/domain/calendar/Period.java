package io.pipecast.domain.calendar;

/**
 * A fiscal period.
 *
 * @param index position in the calendar; consecutive periods have consecutive indexes
 * @param id stable name, such as {@code 2026-Q4}
 * @param startDay first epoch day
 * @param endDay first epoch day after it
 * @param fiscalYear label of the fiscal year it belongs to
 */
public record Period(int index, String id, int startDay, int endDay, int fiscalYear) {
    /** Whether a day lies in the period. */
    public boolean contains(long day) {
        return day >= startDay && day < endDay;
    }
}
