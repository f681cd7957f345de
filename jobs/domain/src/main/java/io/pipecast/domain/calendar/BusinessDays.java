package io.pipecast.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days: the week's working days without the holidays, counted by prefix sums. Days are
 * epoch days.
 */
public final class BusinessDays {
    private final int[] before = new int[DayClock.LAST_DAY - DayClock.FIRST_DAY + 2];

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
     * count ≥ 0.
     */
    public int plus(int day, int count) {
        int wanted = before[clamp(day)] + count;
        int low = clamp(day);
        int high = before.length - 1;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (before[mid] >= wanted) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return DayClock.FIRST_DAY + low;
    }

    private int clamp(int day) {
        return Math.min(before.length - 1, Math.max(0, day - DayClock.FIRST_DAY));
    }
}
