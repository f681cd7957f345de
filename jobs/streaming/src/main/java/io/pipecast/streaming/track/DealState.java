package io.pipecast.streaming.track;

import io.pipecast.domain.alert.AlertBook;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.model.rollup.Stake;

/** Everything the job keeps of one deal. */
public final class DealState {
    /** No instant yet. */
    public static final long NEVER = Long.MIN_VALUE;

    /** All known facts. */
    public final DealHistory history;

    /** Life of its alerts. */
    public final AlertBook alerts;

    /** Settled instant up to which snapshots, alerts and settled totals were stated. */
    public long settledTo = NEVER;

    /** Stake in the settled totals, or null. */
    public Stake settledStake;

    /** Sequence of the model the settled stake is of, or {@link #NEVER}. */
    public long settledModel = NEVER;

    /** Facts counted in the settled totals. */
    public int settledFacts;

    /** Stake in the provisional totals, or null. */
    public Stake liveStake;

    /** Facts counted in the provisional totals. */
    public int liveFacts;

    /** Sequence of the model the provisional forecast is of, or {@link #NEVER}. */
    public long liveModel = NEVER;

    /** Instant of the one pending timer, or {@link #NEVER}. */
    public long armed = NEVER;

    /** Wall instant at which the provisional forecast is brought up to date, or {@link #NEVER}. */
    public long refreshAt = NEVER;

    /** True once the state was dropped after its retention: what comes later is refused. */
    public boolean tombstone;

    public DealState() {
        this(new DealHistory(), new AlertBook());
    }

    public DealState(DealHistory history, AlertBook alerts) {
        this.history = history;
        this.alerts = alerts;
    }

    /** Notes the feed of the deal's first event, whenever that came. */
    void toldBy(DealEvent event) {
        if (history.fact(0).eventHash == event.facts()[0].eventHash) {
            alerts.toldBy(event.source());
        }
    }

    /** A deep copy: histories and alert books are mutable, stakes are not. */
    public DealState copy() {
        DealState copy = new DealState(history.copy(), alerts.copy());
        copy.settledTo = settledTo;
        copy.settledStake = settledStake;
        copy.settledModel = settledModel;
        copy.settledFacts = settledFacts;
        copy.liveStake = liveStake;
        copy.liveFacts = liveFacts;
        copy.liveModel = liveModel;
        copy.armed = armed;
        copy.refreshAt = refreshAt;
        copy.tombstone = tombstone;
        return copy;
    }
}
