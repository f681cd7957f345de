package io.pipecast.streaming.operators;

import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeExpansion;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.track.StakeChange;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Combines the stake changes of many deals into one delta per leaf before they are exchanged. Holds
 * nothing across a checkpoint or a watermark, so it needs no state and what is settled leaves
 * before the watermark that settles it.
 */
public final class CombineStakes extends AbstractStreamOperator<LeafDelta>
        implements OneInputStreamOperator<StakeChange, LeafDelta>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    /** Leaves held at most before they are sent on. */
    private static final int MOST_LEAVES = 20_000;

    private final JobPlan plan;

    private transient Map<Slot, Sums> held;
    private transient long liveAsOf;
    private transient boolean timerSet;

    private record Slot(Leaf leaf, long asOf, boolean settled) {}

    public CombineStakes(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        held = new HashMap<>();
        liveAsOf = Long.MIN_VALUE;
    }

    @Override
    public void processElement(StreamRecord<StakeChange> element) {
        StakeChange change = element.getValue();
        if (!change.settled()) {
            liveAsOf = Math.max(liveAsOf, change.asOf());
        }
        // the same stake before and after: only facts came
        if (change.before() != change.after()) {
            expand(change, change.before(), -1);
            expand(change, change.after(), 1);
        }
        Stake bearer = change.after() != null ? change.after() : change.before();
        if (bearer != null && change.facts() > 0) {
            int window = bearer.status() == Stake.Status.OPEN ? bearer.current() : bearer.booked();
            slot(change, bearer, window).add(Measure.FACTS, change.facts());
        }
        flushSoon();
    }

    private void expand(StakeChange change, Stake stake, int sign) {
        if (stake == null) {
            return;
        }
        if (change.windows() != StakeChange.Windows.ROLLING) {
            StakeExpansion.addFiscal(stake, sign, window -> slot(change, stake, window));
        }
        if (change.windows() != StakeChange.Windows.FISCAL) {
            StakeExpansion.addRolling(stake, sign, window -> slot(change, stake, window));
        }
    }

    private Sums slot(StakeChange change, Stake stake, int window) {
        Leaf leaf = new Leaf(stake.owner(), stake.territory(), window, stake.pathDay());
        Slot slot = new Slot(leaf, change.settled() ? change.asOf() : 0, change.settled());
        return held.computeIfAbsent(slot, s -> new Sums());
    }

    private void flushSoon() {
        if (held.size() > MOST_LEAVES) {
            flush();
        } else if (!timerSet) {
            timerSet = true;
            long now = getProcessingTimeService().getCurrentProcessingTime();
            getProcessingTimeService()
                    .registerTimer(
                            now + plan.flushMillis,
                            at -> {
                                timerSet = false;
                                flush();
                            });
        }
    }

    private void flush() {
        held.forEach(
                (slot, sums) -> {
                    if (!sums.isZero()) {
                        long asOf = slot.settled ? slot.asOf : liveAsOf;
                        output.collect(
                                new StreamRecord<>(
                                        new LeafDelta(slot.leaf, asOf, slot.settled, sums)));
                    }
                });
        held.clear();
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        flush();
    }

    @Override
    public void endInput() {
        flush();
    }
}
