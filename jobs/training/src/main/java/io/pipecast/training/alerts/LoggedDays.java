package io.pipecast.training.alerts;

import io.pipecast.domain.alert.quality.BadEvent;
import io.pipecast.domain.alert.quality.DealDays;
import io.pipecast.domain.alert.quality.Told;
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
import java.util.List;

/** Makes the days of deals from the facts of a log. */
public final class LoggedDays {
    private final PipelineSettings settings;
    private final DayClock days;
    private final ExchangeRates rates;
    private final DealDays made;
    private final int lastDay;

    private LoggedDays(PipelineSettings settings, DealLog log) {
        this.settings = settings;
        this.days = settings.calendar().days();
        this.made = new DealDays(settings.calendar());
        this.rates = log.rates();
        this.lastDay = days.dayOf(log.lastTime());
        log.deals().forEach(this::add);
    }

    /** The days of a log. */
    public static DealDays of(DealLog log, PipelineSettings settings) {
        return new LoggedDays(settings, log).made.sorted();
    }

    private void add(String id, DealHistory history) {
        int first = days.dayOf(history.fact(0).time);
        byte[] stages = new byte[lastDay - first + 1];
        Arrays.fill(stages, DealDays.CLOSED);
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
        made.add(id, first, stages, segment, ofDeal);
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
        } else if (view.isOpen()
                && DealDays.slipped(settings.calendar(), before.closeDate, view.closeDate)) {
            into.add(new BadEvent(id, at, false, before.amount));
        }
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
        int day = days.dayOf(before.silentSince) + DealDays.FLAT_DAYS + 1;
        if (day <= lastDay && days.startOf(day) < until) {
            made.addFlat(new Told(id, "FLAT", days.startOf(day), until, "", 0, true, false, false));
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
