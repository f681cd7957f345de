package io.pipecast.streaming.operators;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.streaming.track.StakeChange;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link TrackDeals} and, when another model comes into force, by its arrival or by the clock,
 * a {@link Sweep} over the deals beside the stream. The state knows which model the last finished
 * sweep was for, so one that was cut short by a restart is made anew; deals it had reached are
 * passed over.
 */
public final class TrackOperator
        extends CoBroadcastWithKeyedOperator<String, DealEvent, Steering, StakeChange> {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Long> SWEPT =
            new ListStateDescriptor<>("swept-model", LongSerializer.INSTANCE);
    private static final long NONE = Long.MIN_VALUE;

    private final boolean live;

    private transient Sweep sweep;
    private transient ListState<Long> sweptState;
    private transient long swept;
    private transient long clock;
    private transient long latenessMillis;

    public TrackOperator(JobPlan plan) {
        super(new TrackDeals(plan), List.of(TrackDeals.STEERING));
        this.live = plan.live;
    }

    private TrackDeals deals() {
        return (TrackDeals) userFunction;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        sweptState = context.getOperatorStateStore().getUnionListState(SWEPT);
        swept = Long.MAX_VALUE;
        for (Long one : sweptState.get()) {
            swept = Math.min(swept, one);
        }
        swept = swept == Long.MAX_VALUE ? NONE : swept;
    }

    @Override
    public void open() throws Exception {
        super.open();
        latenessMillis = deals().latenessMillis();
        clock = NONE;
        sweep = new Sweep(getKeyedStateBackend(), getProcessingTimeService(), this::score);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        sweptState.update(List.of(sweep.isRunning() ? NONE : swept));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        clock = mark.getTimestamp() + latenessMillis;
        follow();
    }

    @Override
    public void processElement2(StreamRecord<Steering> record) throws Exception {
        super.processElement2(record);
        if (record.getValue().kind() == Steering.Kind.MODEL) {
            follow();
        }
    }

    /** Starts a sweep when the model in force is not the one the last sweep was for. */
    private void follow() throws Exception {
        if (!live || clock == NONE) {
            return;
        }
        long model =
                deals().modelAt(
                                clock,
                                getOperatorStateBackend().getBroadcastState(TrackDeals.STEERING));
        if (model != swept) {
            swept = model;
            sweep.start();
        }
    }

    private void score(String id) throws Exception {
        setCurrentKey(id);
        deals().rescore(id, clock, output);
    }

    @Override
    public void close() throws Exception {
        if (sweep != null) {
            sweep.close();
        }
        super.close();
    }
}
