package io.pipecast.streaming.jobs;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.operators.CoalesceRows;
import io.pipecast.streaming.operators.CombineStakes;
import io.pipecast.streaming.operators.DeliverAlerts;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.streaming.operators.LeafDelta;
import io.pipecast.streaming.operators.OrganizeScopes;
import io.pipecast.streaming.operators.ReadInputs;
import io.pipecast.streaming.operators.ReportModels;
import io.pipecast.streaming.operators.Steering;
import io.pipecast.streaming.operators.Streams;
import io.pipecast.streaming.operators.SumFeeds;
import io.pipecast.streaming.operators.TrackOperator;
import io.pipecast.streaming.serialization.RowTypes;
import io.pipecast.streaming.track.StakeChange;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job {@code forecast}, live and in replay: the same operators between whatever ends it is
 * given.
 */
public final class ForecastTopology {
    private ForecastTopology() {}

    /** Wires the job between its inputs and its sinks. It opens no connection. */
    public static void wire(DataStream<Input> inputs, JobPlan plan, ForecastSinks sinks) {
        SingleOutputStreamOperator<DealEvent> events = read(inputs, plan);
        DataStream<Steering> steering = events.getSideOutput(Streams.STEERING);
        SingleOutputStreamOperator<StakeChange> tracked = track(events, steering, plan);
        SingleOutputStreamOperator<PipelineForecast> cuts =
                organize(combine(tracked, plan), steering, plan);

        sinks.deals(
                plan.live
                        ? coalesce(tracked.getSideOutput(Streams.DEALS), plan)
                        : tracked.getSideOutput(Streams.DEALS));
        sinks.snapshots(tracked.getSideOutput(Streams.SNAPSHOTS));
        DataStream<Alert> stated =
                tracked.getSideOutput(Streams.ALERTS).union(cuts.getSideOutput(Streams.ALERTS));
        DataStream<Steering> heard = events.getSideOutput(Streams.HEARD);
        sinks.alerts(deliver(stated, steering, heard, plan));
        sinks.pipelines(cuts);
        sinks.history(cuts.getSideOutput(Streams.HISTORY));
        sinks.rejected(
                events.getSideOutput(Streams.REJECTED)
                        .union(tracked.getSideOutput(Streams.REJECTED)));
        sinks.feeds(feeds(events));
        if (plan.live) {
            sinks.models(models(steering, plan));
            sinks.scores(tracked.getSideOutput(Streams.SCORES));
            sinks.shadow(tracked.getSideOutput(Streams.SHADOW));
        }
    }

    private static SingleOutputStreamOperator<DealEvent> read(
            DataStream<Input> inputs, JobPlan plan) {
        return inputs.process(new ReadInputs(plan), RowTypes.EVENT)
                .setParallelism(inputs.getParallelism())
                .uid(Uids.READ_INPUTS)
                .name("read");
    }

    private static SingleOutputStreamOperator<StakeChange> track(
            DataStream<DealEvent> events, DataStream<Steering> steering, JobPlan plan) {
        return events.keyBy(DealEvent::opportunityId, Types.STRING)
                .connect(steering.broadcast())
                .transform("track deals", RowTypes.STAKE, new TrackOperator(plan))
                .uid(Uids.TRACK_DEALS);
    }

    private static DataStream<LeafDelta> combine(DataStream<StakeChange> changes, JobPlan plan) {
        return changes.transform("combine stakes", RowTypes.LEAF, new CombineStakes(plan))
                .uid(Uids.COMBINE_STAKES);
    }

    private static SingleOutputStreamOperator<PipelineForecast> organize(
            DataStream<LeafDelta> deltas, DataStream<Steering> steering, JobPlan plan) {
        return deltas.keyBy(delta -> 0, Types.INT)
                .connect(steering.keyBy(record -> 0, Types.INT))
                .process(new OrganizeScopes(plan), RowTypes.PIPELINE)
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid(Uids.ORGANIZE_SCOPES)
                .name("organize scopes");
    }

    private static DataStream<Alert> deliver(
            DataStream<Alert> stated,
            DataStream<Steering> steering,
            DataStream<Steering> heard,
            JobPlan plan) {
        DataStream<Steering> records =
                steering.filter(ForecastTopology::isForDelivery).uid(Uids.DELIVERY_RECORDS);
        return stated.connect(records.union(heard))
                .transform("deliver alerts", RowTypes.ALERT, new DeliverAlerts(plan))
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid(Uids.DELIVER_ALERTS);
    }

    private static boolean isForDelivery(Steering record) {
        return switch (record.kind()) {
            case ORGANIZATION, POLICY, ACTION, END -> true;
            case MODEL, CALL, HEARD -> false;
        };
    }

    private static DataStream<DealForecast> coalesce(DataStream<DealForecast> rows, JobPlan plan) {
        return rows.transform(
                        "coalesce deals",
                        RowTypes.DEAL,
                        new CoalesceRows<>(DealForecast::opportunityId, plan.flushMillis))
                .uid(Uids.COALESCE_DEALS);
    }

    private static DataStream<FeedStatus> feeds(SingleOutputStreamOperator<DealEvent> events) {
        return events.getSideOutput(Streams.FEEDS)
                .keyBy(FeedStatus::source, Types.STRING)
                .process(new SumFeeds(), RowTypes.FEED)
                .setParallelism(1)
                .uid(Uids.SUM_FEEDS)
                .name("sum feeds");
    }

    private static DataStream<ModelStatus> models(DataStream<Steering> steering, JobPlan plan) {
        return steering.filter(record -> record.kind() == Steering.Kind.MODEL)
                .uid(Uids.MODEL_RECORDS)
                .keyBy(record -> 0, Types.INT)
                .process(new ReportModels(plan), RowTypes.MODEL)
                .setParallelism(1)
                .uid(Uids.REPORT_MODELS)
                .name("report models");
    }
}
