package io.pipecast.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days: the week's working days without the holidays, counted by prefix sums. Days are
 * epoch days.
 */
public final class BusinessDays {
    /** Working days before each day of the tables. */
    private final int[] before = new int[DayClock.LAST_DAY - DayClock.FIRST_DAY + 2];

    /**
     * By a number of working days, the first day by which so many have passed since the tables
     * begin.
     */
    private final int[] reached;

    public BusinessDays(Set<DayOfWeek> workingWeek, Set<LocalDate> holidays) {
        if (workingWeek.isEmpty()) {
            throw new IllegalArgumentException(
                    "a working week must have at least one day, had none");
        }
        for (int i = 0; i < before.length - 1; i++) {
            LocalDate day = LocalDate.ofEpochDay(DayClock.FIRST_DAY + i);
            boolean works = workingWeek.contains(day.getDayOfWeek()) && !holidays.contains(day);
            before[i + 1] = before[i] + (works ? 1 : 0);
        }
        reached = new int[before[before.length - 1] + 1];
        for (int i = before.length - 1; i >= 0; i--) {
            reached[before[i]] = i;
        }
    }

    /** Whether a day is a working day. */
    public boolean isWorking(int day) {
        return between(day, day + 1) == 1;
    }

    /** Working days in [from, to); negative when to lies before from. */
    public int between(int from, int to) {
        return before[clamp(to)] - before[clamp(from)];
    }

    /**
     * The first day on which {@code count} working days have passed since the start of {@code day};
     * the day after the last of the tables when they never do.
     *
     * @param count 0 or more
     */
    public int plus(int day, int count) {
        int low = clamp(day);
        if (count == 0) {
            return DayClock.FIRST_DAY + low;
        }
        int passed = before[low] + count;
        return passed < reached.length
                ? DayClock.FIRST_DAY + reached[passed]
                : DayClock.LAST_DAY + 1;
    }

    /**
     * The first working day on or after a day; the day after the last of the tables when there is
     * none.
     */
    public int firstWorking(int day) {
        int last = plus(day, 1) - 1;
        return last >= day && isWorking(last) ? last : DayClock.LAST_DAY + 1;
    }

    private int clamp(int day) {
        return Math.min(before.length - 1, Math.max(0, day - DayClock.FIRST_DAY));
    }
}
