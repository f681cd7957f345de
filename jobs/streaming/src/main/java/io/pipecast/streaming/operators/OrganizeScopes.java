package io.pipecast.streaming.operators;

import io.pipecast.domain.alert.TeamBook;
import io.pipecast.domain.alert.TeamWatch;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.serialization.LeafDeltaSerializer;
import io.pipecast.streaming.serialization.SteeringSerializer;
import io.pipecast.streaming.serialization.TeamBookSerializer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * ORGANIZE: one small task that holds the leaf totals, the dated trees, quotas and calls, and
 * publishes numbered cuts: at every fiscal midnight a settled cut of all scopes, and between them,
 * in a live job, provisional cuts of what changed. Its state is written whole at each checkpoint:
 * it is a few thousand leaves.
 */
public final class OrganizeScopes
        extends KeyedCoProcessFunction<Integer, LeafDelta, Steering, PipelineForecast>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final JobPlan plan;

    private transient PipelineSettings settings;
    private transient CutBoard board;
    private transient boolean flushSet;
    private transient boolean numbered;
    private transient ListState<LeafDelta> leaves;
    private transient ListState<Steering> steering;
    private transient ListState<Long> numbers;
    private transient ListState<TeamBook> teams;
    private transient TeamWatch watch;

    public OrganizeScopes(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        leaves =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("leaves", LeafDeltaSerializer.INSTANCE));
        steering =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("steering", SteeringSerializer.INSTANCE));
        numbers =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("numbers", LongSerializer.INSTANCE));
        teams =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>("teams", TeamBookSerializer.INSTANCE));
        settings = plan.settings();
        SteeringDesk desk = new SteeringDesk(settings, plan.models());
        board = new CutBoard(settings, desk);
        watch = new TeamWatch(desk.inForce()::alerts);
        watch.restore(all(teams));
        List<Long> counted = all(numbers);
        // a checkpoint before the first cut knows no number
        numbered = !counted.isEmpty() && counted.get(0) > 0;
        board.restore(counted, all(steering), all(leaves));
    }

    private static <T> List<T> all(ListState<T> state) throws Exception {
        List<T> all = new ArrayList<>();
        state.get().forEach(all::add);
        return all;
    }

    @Override
    public void open(OpenContext openContext) {
        flushSet = false;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        leaves.update(board.leaves());
        steering.update(board.steering());
        numbers.update(board.numbers());
        teams.update(watch.teams());
    }

    @Override
    public void processElement1(LeafDelta delta, Context ctx, Collector<PipelineForecast> out) {
        number(ctx);
        board.take(delta);
        if (delta.settled()) {
            ctx.timerService().registerEventTimeTimer(delta.asOf());
        } else {
            flushSoon(ctx);
        }
    }

    @Override
    public void processElement2(Steering record, Context ctx, Collector<PipelineForecast> out) {
        number(ctx);
        board.take(record);
        if (plan.live) {
            flushSoon(ctx);
        }
    }

    /**
     * A live job that begins without state numbers its cuts from the wall's milliseconds on: there
     * are never as many, so who has read an earlier run sees the numbers grow. They name cuts and
     * say nothing else.
     */
    private void number(Context ctx) {
        if (!numbered) {
            numbered = true;
            if (plan.live) {
                board.numberFrom(ctx.timerService().currentProcessingTime());
            }
        }
    }

    private void flushSoon(Context ctx) {
        if (!flushSet) {
            flushSet = true;
            ctx.timerService()
                    .registerProcessingTimeTimer(
                            ctx.timerService().currentProcessingTime() + plan.flushMillis);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext ctx, Collector<PipelineForecast> out) {
        if (ctx.timeDomain() == TimeDomain.PROCESSING_TIME) {
            flushSet = false;
            board.provisionalCut(out::collect);
            return;
        }
        if (at > board.end()) {
            return;
        }
        DayClock days = settings.calendar().days();
        boolean midnight = days.startOf(days.dayOf(at)) == at;
        board.settledCut(
                at,
                row -> {
                    emitSettled(row, ctx, out);
                    if (midnight && TeamWatch.mayWatch(row) && board.isTeam(row)) {
                        watch.look(row, alert -> ctx.output(Streams.ALERTS, alert));
                    }
                });
        if (midnight) {
            watch.looked(at, alert -> ctx.output(Streams.ALERTS, alert));
        }
        ctx.timerService().registerEventTimeTimer(days.midnightAfter(at));
    }

    /** A replay's rows are its settled rows; a live job keeps them apart as history. */
    private void emitSettled(PipelineForecast row, Context ctx, Collector<PipelineForecast> out) {
        if (plan.live) {
            ctx.output(Streams.HISTORY, row);
        } else {
            out.collect(row);
        }
    }
}
