package io.pipecast.training.rows;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One deal on its way through time: what of it was open when, and the rows that wait for the end of
 * its life.
 */
final class DealWalk {
    private static final DealFactor[] FACTORS = DealFactor.values();
    private static final long NEVER = Long.MAX_VALUE;

    private final RowBuilder out;
    private final SalesCalendar calendar;
    private final String corporate;
    private final ExchangeRates rates;
    private final List<Visit> visitsOfLife = new ArrayList<>();
    private final int[] levels = new int[FACTORS.length];

    private final String id;
    private boolean open;
    private long visitedStages;
    private int lifeStart;
    private long lastFact;
    private int stage;
    private long enteredAt;
    private int rowBand;
    private String owner;
    private long ownedSince;
    private long createdAt;
    private long amount = DealView.UNKNOWN;

    DealWalk(String id, RowBuilder out, PipelineSettings settings, ExchangeRates rates) {
        this.id = id;
        this.out = out;
        this.calendar = settings.calendar();
        this.corporate = settings.currency();
        this.rates = rates;
    }

    boolean isOpen() {
        return open;
    }

    /** Days since the last fact at the start of a day. */
    int silentFor(int day) {
        return day - calendar.days().dayOf(lastFact);
    }

    /** The deal after all facts of an instant. */
    void facts(DealView view, long at) {
        lastFact = at;
        boolean moved =
                open && (!view.isOpen() || view.stage != stage || view.stageEnteredAt != enteredAt);
        if (moved) {
            leaveStage(at);
        }
        if (open && (!view.isOpen() || !Objects.equals(view.owner, owner))) {
            leaveOwner(at);
        }
        if (open && !view.isOpen()) {
            endLife(view, at);
        } else if (view.isOpen()) {
            goOn(view, at, moved || !open);
        }
        amount = inCorporate(view, at);
        open = view.isOpen();
    }

    private void goOn(DealView view, long at, boolean newVisit) {
        if (!open) {
            lifeStart = out.size();
            visitsOfLife.clear();
        }
        if (!open || !Objects.equals(view.owner, owner)) {
            owner = view.owner;
            ownedSince = at;
        }
        createdAt = view.createdAt;
        visitedStages = view.visitedStages;
        stage = view.stage;
        enteredAt = view.stageEnteredAt;
        if (newVisit) {
            rowBand = -1;
            if (enteredAt == at) {
                row(view, new AsOf(calendar, at));
            }
        }
    }

    /** The deal at the midnight that starts a day. */
    void midnight(DealView view, int day) {
        row(view, out.midnight(day));
    }

    private void row(DealView view, AsOf asOf) {
        if (view.stage < 0) {
            return;
        }
        long at = asOf.instant;
        int day = asOf.day;
        int band = TimeInStage.band(view, calendar, at, day);
        for (int i = 1; i < FACTORS.length; i++) {
            levels[i] = FACTORS[i].level(view, calendar, at);
        }
        out.add(
                Row.of(
                        day,
                        view.stage,
                        band,
                        HazardTables.segment(view.dealType),
                        band != rowBand,
                        levels),
                view,
                asOf);
        rowBand = band;
    }

    private void leaveStage(long at) {
        if (stage >= 0 && enteredAt != DealView.UNKNOWN) {
            visitsOfLife.add(new Visit(stage, enteredAt, at, NEVER, false));
        }
    }

    private void leaveOwner(long at) {
        if (owner != null) {
            out.add(new Tenure(owner, ownedSince, at));
        }
    }

    private void endLife(DealView closed, long at) {
        End end = End.of(closed);
        out.end(lifeStart, end, calendar.days().dayOf(at));
        out.add(
                new Life(
                        id,
                        createdAt,
                        at,
                        end,
                        closed.visitedStages,
                        closed.owner,
                        inCorporate(closed, at),
                        amount));
        flushVisits(at, end == End.WON);
    }

    /** Lets what is still open be open. */
    void endOfLog() {
        if (open) {
            leaveStage(NEVER);
            leaveOwner(NEVER);
            out.add(new Life(id, createdAt, NEVER, End.NONE, visitedStages, owner, amount, amount));
            flushVisits(NEVER, false);
        }
    }

    private void flushVisits(long endedAt, boolean won) {
        for (Visit visit : visitsOfLife) {
            out.add(new Visit(visit.stage(), visit.enteredAt(), visit.leftAt(), endedAt, won));
        }
        visitsOfLife.clear();
    }

    private long inCorporate(DealView view, long at) {
        if (view.amount == DealView.UNKNOWN
                || view.currency == null
                || view.currency.equals(corporate)) {
            return view.amount;
        }
        BigDecimal rate = rates.on(view.currency, calendar.days().dayOf(at));
        return rate == null
                ? DealView.UNKNOWN
                : MinorUnits.convert(view.amount, view.currency, corporate, rate);
    }
}
