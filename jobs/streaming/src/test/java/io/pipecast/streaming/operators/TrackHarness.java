package io.pipecast.streaming.operators;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.streaming.serialization.DealStateSerializer;
import io.pipecast.streaming.track.DealState;
import io.pipecast.streaming.track.StakeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The TRACK operator alone, with what it put out gathered over all its restarts. */
final class TrackHarness implements AutoCloseable {
    final List<StakeChange> stakes = new ArrayList<>();
    final List<DealForecast> deals = new ArrayList<>();
    final List<DealForecast> snapshots = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<DealScore> scores = new ArrayList<>();
    final List<DealScore> shadow = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();

    private final JobPlan plan;
    private final StateBackend backend;
    private KeyedBroadcastOperatorTestHarness<String, DealEvent, Steering, StakeChange> harness;
    private long wall;

    TrackHarness(JobPlan plan) throws Exception {
        this(plan, new HashMapStateBackend());
    }

    TrackHarness(JobPlan plan, StateBackend backend) throws Exception {
        this.plan = plan;
        this.backend = backend;
        harness = create();
        harness.open();
    }

    private KeyedBroadcastOperatorTestHarness<String, DealEvent, Steering, StakeChange> create()
            throws Exception {
        KeyedBroadcastOperatorTestHarness<String, DealEvent, Steering, StakeChange> made =
                new KeyedBroadcastOperatorTestHarness<>(
                        new TrackOperator(plan), DealEvent::opportunityId, Types.STRING, 1, 1, 0);
        made.setStateBackend(backend);
        return made;
    }

    void event(DealEvent event) throws Exception {
        harness.processElement(event, event.time());
    }

    void steer(Steering record) throws Exception {
        harness.processBroadcastElement(record, 0);
    }

    /** Raises the settled clock. */
    void settle(long watermark) throws Exception {
        harness.watermark(watermark);
    }

    /** Lets wall time pass, so that provisional forecasts follow. */
    void passTime() throws Exception {
        passTime(1000);
    }

    /** Lets some wall time pass, milliseconds. */
    void passTime(long millis) throws Exception {
        wall += millis;
        harness.setProcessingTime(wall);
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

    /** Takes over what was put out so far. */
    TrackHarness gather() {
        harness.extractOutputValues().forEach(stakes::add);
        harness.getOutput().clear();
        move(Streams.DEALS, deals);
        move(Streams.SNAPSHOTS, snapshots);
        move(Streams.ALERTS, alerts);
        move(Streams.SCORES, scores);
        move(Streams.SHADOW, shadow);
        List<io.pipecast.codec.input.Rejection> refused = new ArrayList<>();
        move(Streams.REJECTED, refused);
        refused.forEach(row -> rejected.add(row.reason() + ": " + row.detail()));
        return this;
    }

    private <T> void move(OutputTag<T> tag, List<T> to) {
        var rows = harness.getSideOutput(tag);
        if (rows != null) {
            rows.forEach(row -> to.add(row.getValue()));
            rows.clear();
        }
    }

    /** Last row of every deal. */
    Map<String, DealForecast> lastRows() {
        Map<String, DealForecast> last = new TreeMap<>();
        deals.forEach(row -> last.put(row.opportunityId(), row));
        return last;
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    long counted(String name) {
        LongCounter counter =
                (LongCounter)
                        (Object) harness.getOperator().getRuntimeContext().getAccumulator(name);
        return counter.getLocalValuePrimitive();
    }

    DealState state(String id) throws Exception {
        KeyedStateBackend<String> backend = harness.getOperator().getKeyedStateBackend();
        backend.setCurrentKey(id);
        ValueState<DealState> state =
                backend.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        new ValueStateDescriptor<>("deal", DealStateSerializer.INSTANCE));
        return state.value();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
