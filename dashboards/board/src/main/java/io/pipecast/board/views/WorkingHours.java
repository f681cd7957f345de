package io.pipecast.board.views;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;

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
