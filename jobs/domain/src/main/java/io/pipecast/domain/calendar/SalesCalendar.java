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
        return business.between(fromDay, toDay) - partial(from, fromDay) + partial(to, toDay);
    }

    /**
     * First instant at which at least {@code count} whole business days have passed since {@code
     * from}.
     */
    public long plusBusinessDays(long from, int count) {
        int fromDay = days.dayOf(from);
        double part = partial(from, fromDay);
        int day = business.plus(fromDay, count);
        // `day` is the first midnight with `count` working days behind it; the fraction of the
        // first day is still owed
        if (part == 0) {
            return days.startOf(day);
        }
        while (!business.isWorking(day)) {
            day++;
        }
        return days.startOf(day)
                + (long) Math.ceil(part * (days.startOf(day + 1) - days.startOf(day)));
    }

    private double partial(long instant, int day) {
        return business.isWorking(day) ? days.fractionOf(instant, day) : 0;
    }
}
