package io.pipecast.streaming.track;

import io.pipecast.domain.alert.Odds;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeMaker;
import io.pipecast.model.scoring.WinModel;
import io.pipecast.streaming.track.DealRows.Detail;
import java.util.Objects;

/**
 * Steps one deal's state: takes facts in, settles it at midnights, refreshes its provisional
 * forecast. No framework in here; what it states goes to {@link Outputs}. Instants are epoch
 * milliseconds.
 */
public final class DealTracker {
    private static final long DAY_MILLIS = 86_400_000L;

    private final PipelineSettings settings;
    private final DayClock days;
    private final InForce inForce;
    private final Organization organization;
    private final ExchangeRates rates;
    private final StakeMaker stakes;
    private final DealRows rows;
    private final DealBridge bridge;
    private final Outputs out;
    private final Scores scores;

    /** Of the last days asked for: deals are visited one by one for several midnights each. */
    private final AsOf[] settledAsOf = new AsOf[16];

    private AsOf liveAsOf;

    public DealTracker(
            PipelineSettings settings,
            InForce inForce,
            Organization organization,
            ExchangeRates rates,
            Outputs out) {
        this.settings = settings;
        this.days = settings.calendar().days();
        this.inForce = inForce;
        this.organization = organization;
        this.rates = rates;
        this.stakes = new StakeMaker(settings);
        this.rows = new DealRows(settings, stakes, organization, rates);
        this.bridge = new DealBridge(settings, inForce, organization, rates, stakes);
        this.out = out;
        this.scores = out.keepsScores() ? new Scores(inForce, out::score) : null;
    }

    /** What taking an event in found. */
    public enum Taken {
        /** At least one fact was new. */
        NEW,
        /** Every fact was known: a counted no-op. */
        REPEATED,
        /**
         * New, but at or before what was settled already: corrects from now on, never what was
         * published.
         */
        LATE
    }

    /** Takes an event's facts in. */
    public Taken take(String id, DealState state, DealEvent event) {
        boolean added = false;
        for (Fact fact : event.facts()) {
            added |= state.history.add(fact);
        }
        if (!added) {
            return Taken.REPEATED;
        }
        state.toldBy(event);
        if (event.time() <= state.alerts.settledTo()) {
            state.alerts.correct(
                    id, state.history, inForce.alerts(state.alerts.settledTo()), out::alert);
        }
        return event.time() <= state.settledTo ? Taken.LATE : Taken.NEW;
    }

    /**
     * States everything settled as of an instant: totals, alerts up to it, and a snapshot row where
     * one is wanted.
     */
    public void settle(String id, DealState state, long at, boolean snapshot) {
        AsOf asOf = settledAsOf(at);
        WinModel model = inForce.model(at);
        bridge.begin(state, asOf, model);
        DealView view = state.history.viewAt(at, settings.stages());
        Stake stake =
                stakes.of(view, asOf, model, rates, DealRows.territory(view, organization, at));
        int facts = state.history.countUntil(at);
        if (scores != null) {
            scores.settled(id, view, stake, facts != state.settledFacts, asOf, model);
        }
        if (facts != state.settledFacts || !Objects.equals(stake, state.settledStake)) {
            // the very same object where nothing but facts came: there is nothing to take back then
            Stake after = Objects.equals(stake, state.settledStake) ? state.settledStake : stake;
            int fresh = Math.max(0, facts - state.settledFacts);
            out.stake(bridge.change(state, view, after, fresh));
            state.settledStake = after;
            state.settledFacts = Math.max(facts, state.settledFacts);
        }
        if (snapshot && view.isOpen()) {
            out.snapshot(rows.row(id, state.history, view, stake, asOf, model, true, out.detail()));
        }
        state.settledTo = at;
        advanceAlerts(id, state, at);
        if (stake != null && stake.chances() != null) {
            judge(id, state, at, stake.chances(), model);
        }
    }

    /** States what the model says of an open deal's alerts at a midnight. */
    private void judge(String id, DealState state, long at, int[] chances, WinModel model) {
        Odds odds =
                new Odds(
                        chances[Horizon.EVER.ordinal()],
                        chances[Horizon.CURRENT_PERIOD.ordinal()],
                        model.sequence(),
                        model.trained());
        state.alerts.judge(id, state.history, at, odds, inForce.alerts(at), out::alert);
    }

    /** States alerts raised and resolved up to a settled instant. */
    public void advanceAlerts(String id, DealState state, long to) {
        if (state.history.viewAt(to, settings.stages()).exists) {
            state.alerts.advance(id, state.history, to, inForce::alerts, out::alert);
        }
    }

    /** States the provisional forecast as of the clock, where it changed. */
    public void refresh(String id, DealState state, long clock) {
        AsOf asOf = liveAsOf(clock);
        DealView view = state.history.viewAt(clock, settings.stages());
        if (!view.exists) {
            return;
        }
        WinModel model = inForce.model(clock);
        Stake stake =
                stakes.of(view, asOf, model, rates, DealRows.territory(view, organization, clock));
        int facts = state.history.countUntil(clock);
        boolean moved = facts != state.liveFacts || !Objects.equals(stake, state.liveStake);
        boolean otherModel = view.isOpen() && state.liveModel != model.sequence();
        state.liveModel = model.sequence();
        if (!moved && !otherModel) {
            return;
        }
        if (moved) {
            int fresh = Math.max(0, facts - state.liveFacts);
            out.stake(StakeChange.provisional(state.liveStake, stake, fresh, clock));
        }
        state.liveStake = stake;
        state.liveFacts = Math.max(facts, state.liveFacts);
        out.forecast(rows.row(id, state.history, view, stake, asOf, model, false, Detail.WHOLE));
    }

    /**
     * States the provisional forecast anew where another model than the one in force made it; false
     * when there was nothing to do.
     */
    public boolean rescore(String id, DealState state, long clock) {
        if (state.liveModel == inForce.model(clock).sequence()) {
            return false;
        }
        refresh(id, state, clock);
        return true;
    }

    /** States what a deal puts into the rolling windows at the end of a replay. */
    public void rolling(DealState state, long end) {
        Stake stake = state.settledStake;
        if (stake != null && stake.status() == Stake.Status.OPEN) {
            out.stake(StakeChange.atTheEnd(stake, end));
        }
    }

    /** States the final row of a deal. */
    public void conclude(String id, DealState state, long at) {
        AsOf asOf = settledAsOf(at);
        WinModel model = inForce.model(at);
        DealView view = state.history.viewAt(at, settings.stages());
        if (view.exists) {
            Stake stake =
                    stakes.of(view, asOf, model, rates, DealRows.territory(view, organization, at));
            out.forecast(rows.row(id, state.history, view, stake, asOf, model, true, Detail.WHOLE));
        }
    }

    /**
     * When the deal is to be looked at next without a new event, Long.MAX_VALUE for never.
     *
     * @param settled the settled clock
     * @param live whether provisional forecasts are kept up, {@code lateness} ahead of the settled
     *     clock
     */
    public long nextLook(DealState state, long settled, boolean live) {
        long pending = state.history.nextAfter(state.settledTo);
        DealView view = state.history.viewAt(Math.max(settled, state.settledTo), settings.stages());
        long next = Long.MAX_VALUE;
        if (view.isOpen()) {
            next = midnightAfter(settled, pending);
        } else if (pending != Long.MAX_VALUE) {
            next =
                    midnightAtOrAfter(
                            Math.max(pending, settled == Long.MIN_VALUE ? pending : settled + 1));
        } else if (view.exists) {
            next = Math.max(settled + 1, retainedUntil(view, state));
        }
        return live ? Math.min(next, nextLiveLook(state, settled, view)) : next;
    }

    private long midnightAfter(long settled, long pending) {
        long from = settled == Long.MIN_VALUE ? pending : settled + 1;
        return from == Long.MAX_VALUE ? from : midnightAtOrAfter(from);
    }

    private long nextLiveLook(DealState state, long settled, DealView view) {
        if (settled == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        long clock = settled + settings.latenessMillis();
        long fact = state.history.nextAfter(clock);
        long next = fact == Long.MAX_VALUE ? fact : fact - settings.latenessMillis();
        if (view.isOpen()) {
            next = Math.min(next, days.midnightAfter(clock) - settings.latenessMillis());
            long deadline = state.alerts.nextDeadline(state.history, inForce.alerts(settled));
            next = Math.min(next, Math.max(settled + 1, deadline));
        }
        return next;
    }

    /** First midnight at or after an instant. */
    public long midnightAtOrAfter(long instant) {
        return days.midnightAfter(instant - 1);
    }

    /** Until when a deal that is no longer open is kept. */
    public long retainedUntil(DealView view, DealState state) {
        long ended = view.closedAt == DealView.UNKNOWN ? state.settledTo : view.closedAt;
        return ended + settings.retentionDays() * DAY_MILLIS;
    }

    /** Whether the deal's state has served its time at an instant. */
    public boolean isOver(DealState state, long at) {
        DealView view = state.history.viewAt(at, settings.stages());
        return view.exists
                && !view.isOpen()
                && state.history.nextAfter(at) == Long.MAX_VALUE
                && retainedUntil(view, state) <= at;
    }

    private AsOf settledAsOf(long at) {
        int slot = Math.floorMod(at / DAY_MILLIS, settledAsOf.length);
        AsOf known = settledAsOf[slot];
        if (known == null || known.instant != at) {
            known = new AsOf(settings.calendar(), at);
            settledAsOf[slot] = known;
        }
        return known;
    }

    private AsOf liveAsOf(long at) {
        if (liveAsOf == null || liveAsOf.instant != at) {
            liveAsOf = new AsOf(settings.calendar(), at);
        }
        return liveAsOf;
    }
}
