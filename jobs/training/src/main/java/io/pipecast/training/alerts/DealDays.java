package io.pipecast.training.alerts;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.closing.AlertLimits;
import io.pipecast.training.rows.DealLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The days of every deal of a log: in which stage and segment it was open at each fiscal midnight,
 * what bad befell it, and when it fell silent for a fortnight.
 */
public final class DealDays {
    /** A day on which a deal is not open, or in no stage. */
    static final byte CLOSED = -1;

    /** Calendar days of silence of the flat rule. */
    static final int FLAT_DAYS = 14;

    /** Epoch day of a Monday. */
    private static final int MONDAY = 4;

    private final PipelineSettings settings;
    private final DayClock days;
    private final ExchangeRates rates;
    private final Map<String, Deal> deals = new HashMap<>();
    private final List<BadEvent> bad = new ArrayList<>();
    private final List<Told> flat = new ArrayList<>();
    private final int lastDay;

    /**
     * One deal.
     *
     * @param firstDay epoch day of {@code stages[0]}
     * @param stages by day: stage index at its first instant, or {@link #CLOSED}
     * @param segment as {@link AlertLimits#segment}
     * @param bad instants of bad events, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    record Deal(int firstDay, byte[] stages, int segment, long[] bad) {
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

    private DealDays(PipelineSettings settings, DealLog log) {
        this.settings = settings;
        this.days = settings.calendar().days();
        this.rates = log.rates();
        this.lastDay = days.dayOf(log.lastTime());
        log.deals().forEach(this::add);
        bad.sort(Comparator.comparingLong(BadEvent::at).thenComparing(BadEvent::opportunityId));
        flat.sort(Comparator.comparingLong(Told::at).thenComparing(Told::opportunityId));
    }

    /** The days of a log. */
    public static DealDays of(DealLog log, PipelineSettings settings) {
        return new DealDays(settings, log);
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
        return days;
    }

    /** Mondays after an instant's day and not after another's: weeks begun between them. */
    int mondays(long after, long until) {
        return Math.floorDiv(days.dayOf(until) - MONDAY, 7)
                - Math.floorDiv(days.dayOf(after) - MONDAY, 7);
    }

    /** Day of its fiscal period, from 0. */
    int dayOfPeriod(int day) {
        return day - settings.calendar().fiscal().at(day).startDay();
    }

    private void add(String id, DealHistory history) {
        int first = days.dayOf(history.fact(0).time);
        byte[] stages = new byte[lastDay - first + 1];
        Arrays.fill(stages, CLOSED);
        List<BadEvent> ofDeal = new ArrayList<>();
        int segment = 0;
        Before before = new Before();
        long at = history.fact(0).time;
        while (at < Long.MAX_VALUE) {
            DealView view = history.viewAt(at, settings.stages());
            bad(id, view, at, before, ofDeal);
            silence(id, view, at, before);
            before.take(view, amount(view, at));
            segment = AlertLimits.segment(view.dealType);
            long next = history.nextAfter(at);
            fill(stages, first, view, at, next);
            at = next;
        }
        flatEnds(id, before, Long.MAX_VALUE);
        bad.addAll(ofDeal);
        long[] instants = ofDeal.stream().mapToLong(BadEvent::at).toArray();
        deals.put(id, new Deal(first, stages, segment, instants));
    }

    /** What a deal was before a fact. */
    private static final class Before {
        private boolean open;
        private long closeDate = DealView.UNKNOWN;
        private long amount;
        private long silentSince = DealView.UNKNOWN;

        void take(DealView view, long corporate) {
            open = view.isOpen();
            closeDate = view.closeDate;
            amount = corporate;
            silentSince = open ? Math.max(view.openedAt, view.lastBuyerAt) : DealView.UNKNOWN;
        }
    }

    /** The midnights from a fact up to the next belong to what the deal is now. */
    private void fill(byte[] stages, int first, DealView view, long at, long next) {
        if (!view.isOpen() || view.stage < 0) {
            return;
        }
        int from = days.dayOf(at);
        from += days.startOf(from) < at ? 1 : 0;
        int to = next == Long.MAX_VALUE ? lastDay + 1 : days.dayOf(next);
        to += next < Long.MAX_VALUE && days.startOf(to) < next ? 1 : 0;
        for (int day = from; day < Math.min(to, lastDay + 1); day++) {
            stages[day - first] = (byte) view.stage;
        }
    }

    private void bad(String id, DealView view, long at, Before before, List<BadEvent> into) {
        if (!before.open || view.removed) {
            return;
        }
        if (view.outcome == Outcome.LOST) {
            into.add(new BadEvent(id, at, true, before.amount));
        } else if (view.isOpen() && slipped(before.closeDate, view.closeDate)) {
            into.add(new BadEvent(id, at, false, before.amount));
        }
    }

    private boolean slipped(long from, long to) {
        return from != DealView.UNKNOWN
                && to != DealView.UNKNOWN
                && to > from
                && settings.calendar().fiscal().at(to).index()
                        > settings.calendar().fiscal().at(from).index();
    }

    private void silence(String id, DealView view, long at, Before before) {
        boolean goesOn =
                view.isOpen() && before.silentSince == Math.max(view.openedAt, view.lastBuyerAt);
        if (before.open && !goesOn) {
            flatEnds(id, before, at);
        }
    }

    /** A silence that lasted until an instant was an alert of the flat rule if long enough. */
    private void flatEnds(String id, Before before, long until) {
        if (before.silentSince == DealView.UNKNOWN) {
            return;
        }
        int day = days.dayOf(before.silentSince) + FLAT_DAYS + 1;
        if (day <= lastDay && days.startOf(day) < until) {
            flat.add(new Told(id, "FLAT", days.startOf(day), until, "", 0, true, false, false));
        }
    }

    private long amount(DealView view, long at) {
        if (view.amount == DealView.UNKNOWN) {
            return 0;
        }
        String currency = view.currency == null ? settings.currency() : view.currency;
        if (currency.equals(settings.currency())) {
            return view.amount;
        }
        BigDecimal rate = rates.on(currency, days.dayOf(at));
        return rate == null
                ? 0
                : MinorUnits.convert(view.amount, currency, settings.currency(), rate);
    }
}
