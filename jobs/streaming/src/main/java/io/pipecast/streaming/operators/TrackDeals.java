package io.pipecast.streaming.operators;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.serialization.DealStateSerializer;
import io.pipecast.streaming.serialization.SteeringSerializer;
import io.pipecast.streaming.track.DealState;
import io.pipecast.streaming.track.DealTracker;
import io.pipecast.streaming.track.StakeChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.Collector;

/**
 * TRACK: one state and one lazy timer per deal. The watermark is the settled clock; a live job also
 * keeps provisional rows up to the clock, which runs the lateness ahead of it.
 */
public final class TrackDeals
        extends KeyedBroadcastProcessFunction<String, DealEvent, Steering, StakeChange> {
    private static final long serialVersionUID = 1L;

    /** Broadcast state: everything that steers, by identity. */
    public static final MapStateDescriptor<String, Steering> STEERING =
            new MapStateDescriptor<>(
                    "steering", StringSerializer.INSTANCE, SteeringSerializer.INSTANCE);

    static final ValueStateDescriptor<DealState> DEAL =
            new ValueStateDescriptor<>("deal", DealStateSerializer.INSTANCE);

    private final JobPlan plan;

    private transient PipelineSettings settings;
    private transient SteeringDesk desk;
    private transient SideOutputs outputs;
    private transient Pace pace;
    private transient DealTracker tracker;
    private transient ValueState<DealState> deals;
    private transient Tally repeated;
    private transient Tally late;
    private transient Tally afterRetention;

    public TrackDeals(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext openContext) {
        settings = plan.settings();
        desk = new SteeringDesk(settings, plan.models());
        outputs = new SideOutputs(plan);
        pace = new Pace(plan.refreshMillis());
        tracker =
                new DealTracker(
                        settings, desk.inForce(), desk.organization(), desk.rates(), outputs);
        deals = getRuntimeContext().getState(DEAL);
        repeated = new Tally(getRuntimeContext(), "repeatedEvents");
        late = new Tally(getRuntimeContext(), "lateEvents");
        afterRetention = new Tally(getRuntimeContext(), "eventsAfterRetention");
    }

    @Override
    public void processElement(DealEvent event, ReadOnlyContext ctx, Collector<StakeChange> out)
            throws Exception {
        enter(ctx, out);
        DealState state = deals.value();
        state = state == null ? new DealState() : state;
        if (state.tombstone) {
            refuse(event, ctx);
            return;
        }
        count(tracker.take(ctx.getCurrentKey(), state, event));
        long settled = ctx.currentWatermark();
        refreshSoon(state, ctx);
        arm(state, settled, ctx);
        deals.update(state);
    }

    private void enter(ReadOnlyContext ctx, Collector<StakeChange> out) throws Exception {
        outputs.enter(ctx, out);
        // asked for at each event, the broadcast state is looked up by name
        if (!desk.isRestored()) {
            desk.restore(ctx.getBroadcastState(STEERING));
        }
    }

    private void count(DealTracker.Taken taken) {
        if (taken == DealTracker.Taken.REPEATED) {
            repeated.inc();
        } else if (taken == DealTracker.Taken.LATE) {
            late.inc();
        }
    }

    private void refuse(DealEvent event, ReadOnlyContext ctx) {
        afterRetention.inc();
        ctx.output(Streams.REJECTED, AfterRetention.of(event, settings.retentionDays()));
    }

    @Override
    public void onTimer(long at, OnTimerContext ctx, Collector<StakeChange> out) throws Exception {
        enter(ctx, out);
        DealState state = deals.value();
        if (ctx.timeDomain() == TimeDomain.PROCESSING_TIME) {
            refresh(state, ctx);
            return;
        }
        if (state == null || state.armed != at) {
            return;
        }
        state.armed = DealState.NEVER;
        deals.update(visit(at, ctx, state));
    }

    /**
     * Visits every instant the watermark has passed, from the timer's on: a deal fetched once is
     * cheaper than one fetched for each of them. Returns what is kept of the deal.
     */
    private DealState visit(long first, OnTimerContext ctx, DealState state) {
        long settled = ctx.currentWatermark();
        long at = first;
        while (at <= settled && at <= desk.end()) {
            step(at, ctx, state);
            if (tracker.isOver(state, at)) {
                tracker.conclude(ctx.getCurrentKey(), state, at);
                DealState tombstone = new DealState();
                tombstone.tombstone = true;
                return tombstone;
            }
            // what is provisional need not be looked at in between: it has been overtaken
            at = tracker.nextLook(state, at, false);
        }
        if (at > desk.end()) {
            conclude(ctx.getCurrentKey(), state);
        } else if (plan.live) {
            arm(state, settled, ctx);
        } else {
            arm(state, at, settled, ctx);
        }
        return state;
    }

    private void step(long at, OnTimerContext ctx, DealState state) {
        DayClock days = settings.calendar().days();
        int day = days.dayOf(at);
        if (days.startOf(day) == at) {
            pace.midnight(day, ctx.timerService().currentProcessingTime());
            boolean snapshot =
                    plan.snapshotEveryDays > 0 && Math.floorMod(day, plan.snapshotEveryDays) == 0;
            tracker.settle(ctx.getCurrentKey(), state, at, snapshot);
        } else {
            tracker.advanceAlerts(ctx.getCurrentKey(), state, at);
        }
        refreshSoon(state, ctx);
    }

    /**
     * Provisional forecasts are brought up to date within a wall instant, not at each event: in
     * fast motion a deal changes many times in between, and only the last value counts.
     */
    private void refreshSoon(DealState state, ReadOnlyContext ctx) {
        if (plan.live && state.refreshAt == DealState.NEVER) {
            long now = ctx.timerService().currentProcessingTime();
            long grid = pace.refreshMillis();
            state.refreshAt = (now / grid + 1) * grid;
            ctx.timerService().registerProcessingTimeTimer(state.refreshAt);
        }
    }

    private void refresh(DealState state, OnTimerContext ctx) throws Exception {
        long settled = ctx.currentWatermark();
        if (state == null || state.tombstone) {
            return;
        }
        state.refreshAt = DealState.NEVER;
        if (settled == Long.MIN_VALUE) {
            refreshSoon(state, ctx);
        } else {
            tracker.refresh(ctx.getCurrentKey(), state, settled + settings.latenessMillis());
            // after a restore facts may have come before the clock was known again: look once more
            // for what lies ahead of it
            arm(state, settled, ctx);
        }
        deals.update(state);
    }

    /** The replay is over: states everything as of its last instant; no timer is set any more. */
    private void conclude(String id, DealState state) {
        if (desk.end() > state.settledTo) {
            tracker.settle(id, state, desk.end(), false);
        }
        tracker.rolling(state, desk.end());
        tracker.conclude(id, state, desk.end());
    }

    @Override
    public void processBroadcastElement(Steering steering, Context ctx, Collector<StakeChange> out)
            throws Exception {
        desk.restore(ctx.getBroadcastState(STEERING));
        boolean fresh = desk.take(steering);
        boolean ofDeals =
                steering.kind() != Steering.Kind.CALL && steering.kind() != Steering.Kind.ACTION;
        if (fresh && ofDeals) {
            ctx.getBroadcastState(STEERING).put(SteeringDesk.identity(steering), steering);
        }
    }

    /** How far the live clock runs ahead of the settled one. */
    long latenessMillis() {
        return settings.latenessMillis();
    }

    /** The model in force at an instant of the live clock, by its sequence. */
    long modelAt(long clock, ReadOnlyBroadcastState<String, Steering> steering) throws Exception {
        desk.restore(steering);
        return desk.inForce().model(clock).sequence();
    }

    /** Scores the deal of the current key anew where another model scored it last. */
    void rescore(String id, long clock, Output<StreamRecord<StakeChange>> out) throws Exception {
        DealState state = deals.value();
        if (state == null || state.tombstone) {
            return;
        }
        outputs.enter(out);
        if (tracker.rescore(id, state, clock)) {
            deals.update(state);
        }
    }

    private void arm(DealState state, long settled, ReadOnlyContext ctx) {
        arm(state, tracker.nextLook(state, settled, plan.live), settled, ctx);
    }

    /** Sets the deal's one timer; Long.MAX_VALUE for none. */
    private static void arm(DealState state, long next, long settled, ReadOnlyContext ctx) {
        boolean pending = state.armed > settled;
        if (next != Long.MAX_VALUE && (!pending || next < state.armed)) {
            if (pending) {
                ctx.timerService().deleteEventTimeTimer(state.armed);
            }
            state.armed = next;
            ctx.timerService().registerEventTimeTimer(next);
        }
    }
}
