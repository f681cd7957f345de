package io.pipecast.domain.alert.quality;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The days of deals: in which stage and segment each was open at each fiscal midnight, what bad
 * befell it, and when it fell silent for a fortnight.
 */
public final class DealDays {
    /** A day on which a deal is not open, or in no stage. */
    public static final byte CLOSED = -1;

    /** Calendar days of silence of the flat rule. */
    public static final int FLAT_DAYS = 14;

    /** Epoch day of a Monday. */
    private static final int MONDAY = 4;

    private final SalesCalendar calendar;
    private final Map<String, Deal> deals = new HashMap<>();
    private final List<BadEvent> bad = new ArrayList<>();
    private final List<Told> flat = new ArrayList<>();

    /**
     * One deal.
     *
     * @param firstDay epoch day of {@code stages[0]}
     * @param stages by day: stage index at its first instant, or {@link #CLOSED}
     * @param segment number of its segment, 0 to 9
     * @param bad instants of bad events, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    public record Deal(int firstDay, byte[] stages, int segment, long[] bad) {
        byte stage(int day) {
            int i = day - firstDay;
            return i < 0 || i >= stages.length ? CLOSED : stages[i];
        }

        /** Whether something bad happens after an instant and not after another. */
        boolean bad(long after, long until) {
            int i = Arrays.binarySearch(bad, after + 1);
            i = i < 0 ? -i - 1 : i;
            return i < bad.length && bad[i] <= until;
        }
    }

    /** No deals yet. */
    public DealDays(SalesCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Adds a deal.
     *
     * @param stages see {@link Deal}
     * @param events what bad befell it, in the order of time
     */
    public void add(String id, int firstDay, byte[] stages, int segment, List<BadEvent> events) {
        bad.addAll(events);
        long[] instants = events.stream().mapToLong(BadEvent::at).toArray();
        deals.put(id, new Deal(firstDay, stages, segment, instants));
    }

    /** Adds an alert of the flat rule. */
    public void addFlat(Told silence) {
        flat.add(silence);
    }

    /** Puts what was added into the order of time. */
    public DealDays sorted() {
        bad.sort(Comparator.comparingLong(BadEvent::at).thenComparing(BadEvent::opportunityId));
        flat.sort(Comparator.comparingLong(Told::at).thenComparing(Told::opportunityId));
        return this;
    }

    Map<String, Deal> deals() {
        return deals;
    }

    /** Everything bad, in the order of time. */
    List<BadEvent> bad() {
        return bad;
    }

    /** Alerts of the flat rule, in the order of time. */
    List<Told> flat() {
        return flat;
    }

    DayClock days() {
        return calendar.days();
    }

    /** Mondays after an instant's day and not after another's: weeks begun between them. */
    int mondays(long after, long until) {
        return Math.floorDiv(days().dayOf(until) - MONDAY, 7)
                - Math.floorDiv(days().dayOf(after) - MONDAY, 7);
    }

    /** Day of its fiscal period, from 0. */
    int dayOfPeriod(int day) {
        return day - calendar.fiscal().at(day).startDay();
    }

    /** Whether a close date moved out of its period, to a later one; unknown ones did not. */
    public static boolean slipped(SalesCalendar calendar, long from, long to) {
        return from != Long.MIN_VALUE
                && to != Long.MIN_VALUE
                && to > from
                && calendar.fiscal().at(to).index() > calendar.fiscal().at(from).index();
    }
}
