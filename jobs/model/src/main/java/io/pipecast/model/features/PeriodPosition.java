package io.pipecast.model.features;

import io.pipecast.domain.calendar.SalesCalendar;

/**
 * Where a day lies in its fiscal period: the classes by which the calendar effect is learned. Class
 * 0 are the days on which nobody works; the others count the working days left to the end of the
 * period, the day itself included.
 */
public final class PeriodPosition {
    /** Days that are no working days. */
    public static final int NOT_WORKING = 0;

    private static final int[] UP_TO = {1, 2, 5, 10, 20, 40};

    /** Number of classes. */
    public static final int COUNT = UP_TO.length + 2;

    private PeriodPosition() {}

    /**
     * Most working days left for each working class, ascending; one more class lies above the last.
     */
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
        if (!calendar.business().isWorking(day)) {
            return NOT_WORKING;
        }
        int left = calendar.business().between(day, periodEnd);
        int i = 0;
        while (i < UP_TO.length && left > UP_TO[i]) {
            i++;
        }
        return i + 1;
    }
}
