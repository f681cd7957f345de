package io.pipecast.domain.calendar;

/**
 * Everything about time a company decides: local days, working days and fiscal periods.
 *
 * @param days local days of the fiscal zone
 * @param business working days
 * @param fiscal periods
 */
public record SalesCalendar(DayClock days, BusinessDays business, FiscalCalendar fiscal) {
    /**
     * Business days between two instants, with fractions of working days: the stage clock. Monday
     * noon to Tuesday noon is 1, Friday noon to Monday noon is 1.
     */
    public double businessDays(long from, long to) {
        int fromDay = days.dayOf(from);
        int toDay = days.dayOf(to);
        // the fractions are compared first: rounding must not take a whole day off
        return business.between(fromDay, toDay) + (partial(to, toDay) - partial(from, fromDay));
    }

    /**
     * First instant, not before {@code from}, at which at least {@code count} whole business days
     * have passed since {@code from}; Long.MAX_VALUE beyond the tables or when {@code from} lies
     * outside them.
     *
     * @param count 0 or more
     */
    public long plusBusinessDays(long from, int count) {
        if (!days.covers(from)) {
            return Long.MAX_VALUE;
        }
        int fromDay = days.dayOf(from);
        long gone = business.isWorking(fromDay) ? from - days.startOf(fromDay) : 0;
        int day = business.plus(fromDay, count);
        if (gone > 0) {
            // `day` is the first midnight with `count` working days behind it; the share of the
            // first day is still owed
            day = business.firstWorking(day);
        }
        if (day > DayClock.LAST_DAY) {
            return Long.MAX_VALUE;
        }
        return Math.max(from, days.startOf(day) + sameShare(gone, fromDay, day));
    }

    /**
     * As much of a day as has gone of another; rounded up, in integers: 23 and 25 hour days must
     * not drift.
     */
    private long sameShare(long gone, int ofDay, int day) {
        long length = days.startOf(ofDay + 1) - days.startOf(ofDay);
        long wanted = days.startOf(day + 1) - days.startOf(day);
        return (gone * wanted + length - 1) / length;
    }

    private double partial(long instant, int day) {
        return business.isWorking(day) ? days.fractionOf(instant, day) : 0;
    }
}
