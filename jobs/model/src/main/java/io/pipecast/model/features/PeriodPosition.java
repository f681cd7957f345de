package io.pipecast.model.features;

import io.pipecast.domain.calendar.SalesCalendar;

/**
 * Where a day lies in its fiscal period: the classes by which the calendar effect is learned. A
 * working day's class is its position, by the working days left to the end of the period, the day
 * itself included; a day off has the class of its position that is {@link #WORKING} higher.
 */
public final class PeriodPosition {
    private static final int[] UP_TO = {1, 2, 5, 10, 20, 40};

    /** Number of positions, and of classes of working days; those of days off follow. */
    public static final int WORKING = UP_TO.length + 1;

    /** Number of classes. */
    public static final int COUNT = 2 * WORKING;

    private PeriodPosition() {}

    /** Most working days left for each position, ascending; one more lies above the last. */
    public static int[] upTo() {
        return UP_TO.clone();
    }

    /** Class of a day. */
    public static int of(SalesCalendar calendar, int day) {
        return of(calendar, day, calendar.fiscal().at(day).endDay());
    }

    /** Classes of the {@code count} days from {@code firstDay} on. */
    public static byte[] table(SalesCalendar calendar, int firstDay, int count) {
        byte[] classes = new byte[count];
        int periodEnd = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            if (firstDay + i >= periodEnd) {
                periodEnd = calendar.fiscal().at(firstDay + i).endDay();
            }
            classes[i] = (byte) of(calendar, firstDay + i, periodEnd);
        }
        return classes;
    }

    private static int of(SalesCalendar calendar, int day, int periodEnd) {
        int left = calendar.business().between(day, periodEnd);
        int position = 0;
        while (position < UP_TO.length && left > UP_TO[position]) {
            position++;
        }
        return calendar.business().isWorking(day) ? position : WORKING + position;
    }
}
