package io.pipecast.domain.calendar;

/**
 * The hours of a working day in which events are expected.
 *
 * @param fromHour first hour, 0–23
 * @param toHour hour after the last one, 1–24
 */
public record WorkingHours(int fromHour, int toHour) {
    /** Eight in the morning to six in the evening. */
    public static final WorkingHours DEFAULT = new WorkingHours(8, 18);

    private static final long HOUR = 3_600_000L;

    public WorkingHours {
        if (fromHour < 0 || toHour > 24 || fromHour >= toHour) {
            throw new IllegalArgumentException(
                    "working hours must be two ascending hours between 0 and 24, were "
                            + fromHour
                            + "-"
                            + toHour);
        }
    }

    /** Working milliseconds between two instants; 0 when {@code to} is not after {@code from}. */
    public long between(SalesCalendar calendar, long from, long to) {
        if (to <= from) {
            return 0;
        }
        DayClock days = calendar.days();
        int first = days.dayOf(from);
        int last = days.dayOf(to);
        if (first == last) {
            return worked(calendar, first, to) - worked(calendar, first, from);
        }
        long whole = calendar.business().between(first + 1, last) * millisADay();
        long rest =
                worked(calendar, first, days.startOf(first + 1)) - worked(calendar, first, from);
        return rest + whole + worked(calendar, last, to);
    }

    /**
     * First instant at which so many working milliseconds have passed since another; Long.MAX_VALUE
     * beyond the calendar.
     */
    public long plus(SalesCalendar calendar, long from, long millis) {
        DayClock days = calendar.days();
        if (!days.covers(from)) {
            return Long.MAX_VALUE;
        }
        long left = millis;
        for (int day = days.dayOf(from); day <= DayClock.LAST_DAY; day = next(calendar, day)) {
            long begins = Math.max(from, days.startOf(day) + fromHour * HOUR);
            long worked = days.startOf(day) + toHour * HOUR - begins;
            if (calendar.business().isWorking(day) && worked > 0) {
                if (left <= worked) {
                    return begins + left;
                }
                left -= worked;
            }
        }
        return Long.MAX_VALUE;
    }

    private static int next(SalesCalendar calendar, int day) {
        return calendar.business().firstWorking(day + 1);
    }

    private long millisADay() {
        return (toHour - fromHour) * HOUR;
    }

    /** Working milliseconds of a day that have passed at an instant of it. */
    private long worked(SalesCalendar calendar, int day, long instant) {
        if (!calendar.business().isWorking(day)) {
            return 0;
        }
        long passed = instant - calendar.days().startOf(day) - fromHour * HOUR;
        return Math.min(millisADay(), Math.max(0, passed));
    }
}
