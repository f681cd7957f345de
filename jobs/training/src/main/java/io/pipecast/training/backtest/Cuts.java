package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * The midnights at which a backtest trains anew: at the start of every fiscal period, and in steps
 * of days from its first day on. What is said of an instant is said by the model of the last cut at
 * or before it.
 */
public final class Cuts {
    private final long[] instants;

    private Cuts(long[] instants) {
        this.instants = instants;
    }

    /**
     * The cuts of [fromDay, toDay).
     *
     * @param fromDay epoch day of the first cut
     * @param everyDays days between cuts, 1 or more
     */
    public static Cuts of(SalesCalendar calendar, int fromDay, int toDay, int everyDays) {
        TreeSet<Integer> days = new TreeSet<>();
        for (int day = fromDay; day < toDay; day += everyDays) {
            days.add(day);
        }
        Period period = calendar.fiscal().at(fromDay);
        while (period.endDay() < toDay) {
            days.add(period.endDay());
            period = calendar.fiscal().get(period.index() + 1);
        }
        return new Cuts(days.stream().mapToLong(calendar.days()::startOf).toArray());
    }

    /** One cut only: a model that is given. */
    public static Cuts single(long instant) {
        return new Cuts(new long[] {instant});
    }

    /** Number of cuts. */
    public int size() {
        return instants.length;
    }

    /** Instant of a cut, epoch milliseconds. */
    public long instant(int cut) {
        return instants[cut];
    }

    /** Index of the last cut at or before an instant, or −1 before the first. */
    public int at(long instant) {
        int found = Arrays.binarySearch(instants, instant);
        return found >= 0 ? found : -found - 2;
    }
}
