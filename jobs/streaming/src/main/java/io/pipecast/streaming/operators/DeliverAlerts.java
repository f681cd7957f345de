package io.pipecast.streaming.operators;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.FeedBook;
import io.pipecast.domain.alert.FeedWatch;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.deliver.DealCase;
import io.pipecast.streaming.deliver.DeliveryDesk;
import io.pipecast.streaming.deliver.DeliveryTimes;
import io.pipecast.streaming.deliver.ManagerWeek;
import io.pipecast.streaming.serialization.DealCaseSerializer;
import io.pipecast.streaming.serialization.FeedBookSerializer;
import io.pipecast.streaming.serialization.ManagerWeekSerializer;
import io.pipecast.streaming.serialization.RowTypes;
import io.pipecast.streaming.serialization.SteeringSerializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * DELIVER: one small task that holds the alerts alive, the organization, the policies, when each
 * feed was heard and what people did, and publishes alerts with who is told of them. The watermark
 * is its clock: it decides when everything stated by an instant has come, so that neither order nor
 * parallelism matter. Its state is written whole at each checkpoint: alerts alive are thousands,
 * not millions.
 */
public final class DeliverAlerts extends AbstractStreamOperator<Alert>
        implements TwoInputStreamOperator<Alert, Steering, Alert> {
    private static final long serialVersionUID = 1L;

    private final JobPlan plan;

    private transient SteeringDesk steering;
    private transient DeliveryDesk desk;
    private transient List<Steering> taken;

    /**
     * What a live job has to say of each alert, sent once what came is dealt with: while it catches
     * up, weeks of an alert's life are one row. A replay tells every step.
     */
    private transient Map<String, Alert> unsent;

    private transient ListState<DealCase> deals;
    private transient ListState<ManagerWeek> weeks;
    private transient ListState<Alert> waiting;
    private transient ListState<Steering> records;
    private transient ListState<Steering> early;
    private transient ListState<Long> clocks;
    private transient ListState<FeedBook> feeds;
    private transient ListState<Long> feedClocks;
    private transient FeedWatch watch;

    public DeliverAlerts(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        deals = list(context, "deals", DealCaseSerializer.INSTANCE);
        weeks = list(context, "weeks", ManagerWeekSerializer.INSTANCE);
        waiting = list(context, "waiting", new RowTypes.Alerts());
        records = list(context, "steering", SteeringSerializer.INSTANCE);
        early = list(context, "early", SteeringSerializer.INSTANCE);
        clocks = list(context, "clock", LongSerializer.INSTANCE);
        feeds = list(context, "feeds", FeedBookSerializer.INSTANCE);
        feedClocks = list(context, "feed-clock", LongSerializer.INSTANCE);
        PipelineSettings settings = plan.settings();
        steering = new SteeringDesk(settings, List.of());
        desk =
                new DeliveryDesk(
                        steering.organization(),
                        at -> steering.inForce().alerts(at).settings().alerts().delivery(),
                        new DeliveryTimes(settings.calendar()),
                        plan.live ? row -> unsent.put(row.alertId(), row) : this::send);
        watch = new FeedWatch(steering.inForce()::alerts);
        taken = new ArrayList<>();
        unsent = new LinkedHashMap<>();
        for (Steering record : records.get()) {
            keep(record);
        }
        restore();
    }

    private static <T> ListState<T> list(
            StateInitializationContext context, String name, TypeSerializer<T> serializer)
            throws Exception {
        return context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>(name, serializer));
    }

    private void restore() throws Exception {
        List<DealCase> known = new ArrayList<>();
        deals.get().forEach(known::add);
        List<ManagerWeek> used = new ArrayList<>();
        weeks.get().forEach(used::add);
        List<Alert> stated = new ArrayList<>();
        waiting.get().forEach(stated::add);
        List<AlertAction> done = new ArrayList<>();
        early.get().forEach(record -> done.add(record.action()));
        List<FeedBook> heard = new ArrayList<>();
        feeds.get().forEach(heard::add);
        for (Long clock : feedClocks.get()) {
            watch.restore(heard, clock);
        }
        for (Long clock : clocks.get()) {
            desk.restore(new DeliveryDesk.State(known, used, stated, done, clock));
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        DeliveryDesk.State state = desk.state();
        deals.update(state.deals());
        weeks.update(state.weeks());
        waiting.update(state.waiting());
        records.update(taken);
        early.update(state.early().stream().map(Steering::of).toList());
        clocks.update(List.of(state.clock()));
        feeds.update(watch.feeds());
        feedClocks.update(List.of(watch.clock()));
    }

    @Override
    public void processElement1(StreamRecord<Alert> element) {
        desk.take(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<Steering> element) {
        Steering record = element.getValue();
        switch (record.kind()) {
            case ACTION -> {
                desk.take(record.action());
                flush();
            }
            case HEARD -> watch.hear(record.feed(), record.end());
            default -> keep(record);
        }
    }

    private void send(Alert row) {
        output.collect(new StreamRecord<>(row));
    }

    private void flush() {
        unsent.values().forEach(this::send);
        unsent.clear();
    }

    private void keep(Steering record) {
        if (steering.take(record)) {
            taken.add(record);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        // a replay's input ends with the highest watermark there is; its last instant is stated
        long to = Math.min(mark.getTimestamp(), steering.end());
        if (to < Long.MAX_VALUE) {
            watch.advance(to, desk::take);
            desk.advance(to);
            flush();
        }
        super.processWatermark(mark);
    }
}
