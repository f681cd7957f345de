package io.pipecast.streaming.operators;

import io.pipecast.model.rollup.Bridge;
import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeExpansion;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.track.StakeChange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

    /** Slots at hand, by the last bits of their window; a power of two. */
    private static final int RECENT = 8;

    private transient Map<Slot, Held> held;
    private transient Slot[] recentSlots;
    private transient Held[] recent;
    private transient long liveAsOf;
    private transient boolean timerSet;

    private record Slot(Leaf leaf, long asOf, boolean settled) {
        boolean isOf(StakeChange change, Stake stake, int window, long at) {
            return leaf.window() == window
                    && asOf == at
                    && settled == change.settled()
                    && leaf.pathDay() == stake.pathDay()
                    && Objects.equals(leaf.owner(), stake.owner())
                    && Objects.equals(leaf.territory(), stake.territory());
        }
    }

    /** What has come for a slot since the last flush. */
    private static final class Held {
        private final Sums sums = new Sums();
        private Bridge bridge;

        Bridge bridge() {
            bridge = bridge == null ? new Bridge() : bridge;
            return bridge;
        }

        boolean isZero() {
            return sums.isZero() && (bridge == null || bridge.isZero());
        }
    }

    public CombineStakes(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        held = new HashMap<>();
        recentSlots = new Slot[RECENT];
        recent = new Held[RECENT];
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
        for (BridgeStep step : change.steps()) {
            Bridge.add(step, (stake, window) -> slot(change, stake, window).bridge());
        }
        Stake bearer = change.after() != null ? change.after() : change.before();
        if (bearer != null && change.facts() > 0) {
            int window = bearer.status() == Stake.Status.OPEN ? bearer.current() : bearer.booked();
            slot(change, bearer, window).sums.add(Measure.FACTS, change.facts());
        }
        flushSoon();
    }

    private void expand(StakeChange change, Stake stake, int sign) {
        if (stake == null) {
            return;
        }
        if (change.windows() != StakeChange.Windows.ROLLING) {
            StakeExpansion.addFiscal(stake, sign, window -> slot(change, stake, window).sums);
        }
        if (change.windows() != StakeChange.Windows.FISCAL) {
            StakeExpansion.addRolling(stake, sign, window -> slot(change, stake, window).sums);
        }
    }

    /**
     * What a stake adds to in a window. A change asks for the same few again and again: for the
     * stake before, the one after and every step between them.
     */
    private Held slot(StakeChange change, Stake stake, int window) {
        int i = window & RECENT - 1;
        long asOf = change.settled() ? change.asOf() : 0;
        Slot known = recentSlots[i];
        if (known == null || !known.isOf(change, stake, window, asOf)) {
            Leaf leaf = new Leaf(stake.owner(), stake.territory(), window, stake.pathDay());
            known = new Slot(leaf, asOf, change.settled());
            recentSlots[i] = known;
            recent[i] = held.computeIfAbsent(known, s -> new Held());
        }
        return recent[i];
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
                (slot, change) -> {
                    if (!change.isZero()) {
                        long asOf = slot.settled ? slot.asOf : liveAsOf;
                        LeafDelta delta =
                                new LeafDelta(
                                        slot.leaf, asOf, slot.settled, change.sums, change.bridge);
                        output.collect(new StreamRecord<>(delta));
                    }
                });
        held.clear();
        Arrays.fill(recentSlots, null);
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
