package io.pipecast.streaming.operators;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.model.rollup.Bridge;
import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeExpansion;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.track.StakeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The ORGANIZE operator alone, with its rows gathered over all its restarts. */
final class OrganizeHarness implements AutoCloseable {
    final List<PipelineForecast> provisional = new ArrayList<>();
    final List<PipelineForecast> settled = new ArrayList<>();

    private final JobPlan plan;
    private KeyedTwoInputStreamOperatorTestHarness<Integer, LeafDelta, Steering, PipelineForecast>
            harness;
    private long wall;

    OrganizeHarness(JobPlan plan) throws Exception {
        this.plan = plan;
        harness = create();
        harness.open();
    }

    private KeyedTwoInputStreamOperatorTestHarness<Integer, LeafDelta, Steering, PipelineForecast>
            create() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new OrganizeScopes(plan)),
                delta -> 0,
                record -> 0,
                Types.INT);
    }

    void steer(Steering record) throws Exception {
        harness.processElement2(new StreamRecord<>(record));
    }

    /** Takes a change as the deltas of the leaves it touches. */
    void take(StakeChange change) throws Exception {
        Map<Leaf, Sums> leaves = new HashMap<>();
        expand(change, change.before(), -1, leaves);
        expand(change, change.after(), 1, leaves);
        Stake bearer = change.after() != null ? change.after() : change.before();
        if (bearer != null) {
            int home = bearer.status() == Stake.Status.OPEN ? bearer.current() : bearer.booked();
            sums(leaves, bearer).apply(home).add(Measure.FACTS, change.facts());
        }
        Map<Leaf, Bridge> bridges = new HashMap<>();
        for (BridgeStep step : change.steps()) {
            Bridge.add(
                    step,
                    (stake, window) -> {
                        Leaf leaf = leaf(stake, window);
                        leaves.computeIfAbsent(leaf, l -> new Sums());
                        return bridges.computeIfAbsent(leaf, l -> new Bridge());
                    });
        }
        for (Map.Entry<Leaf, Sums> leaf : leaves.entrySet()) {
            LeafDelta delta =
                    new LeafDelta(
                            leaf.getKey(),
                            change.asOf(),
                            change.settled(),
                            leaf.getValue(),
                            bridges.get(leaf.getKey()));
            harness.processElement1(new StreamRecord<>(delta));
        }
    }

    private static void expand(StakeChange change, Stake stake, int sign, Map<Leaf, Sums> leaves) {
        if (stake != null && change.windows() != StakeChange.Windows.ROLLING) {
            StakeExpansion.addFiscal(stake, sign, sums(leaves, stake));
        }
        if (stake != null && change.windows() != StakeChange.Windows.FISCAL) {
            StakeExpansion.addRolling(stake, sign, sums(leaves, stake));
        }
    }

    private static IntFunction<Sums> sums(Map<Leaf, Sums> leaves, Stake stake) {
        return window -> leaves.computeIfAbsent(leaf(stake, window), leaf -> new Sums());
    }

    private static Leaf leaf(Stake stake, int window) {
        return new Leaf(stake.owner(), stake.territory(), window, stake.pathDay());
    }

    void settle(long watermark) throws Exception {
        harness.processBothWatermarks(new Watermark(watermark));
        gather();
    }

    void passTime() throws Exception {
        wall += 1000;
        harness.setProcessingTime(wall);
        gather();
    }

    /** Takes a snapshot and goes on in a new operator restored from it. */
    void restart() throws Exception {
        gather();
        var snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = create();
        harness.setProcessingTime(wall);
        harness.initializeState(snapshot);
        harness.open();
    }

    /** Goes on in a new operator without any state. */
    void startAnew() throws Exception {
        gather();
        harness.close();
        harness = create();
        harness.setProcessingTime(wall);
        harness.open();
    }

    private void gather() {
        for (PipelineForecast row : harness.extractOutputValues()) {
            (row.settled() ? settled : provisional).add(row);
        }
        harness.getOutput().clear();
        var history = harness.getSideOutput(Streams.HISTORY);
        if (history != null) {
            history.forEach(row -> settled.add(row.getValue()));
            history.clear();
        }
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
