package io.pipecast.streaming.operators;

import io.pipecast.codec.output.FeedStatus;
import io.pipecast.streaming.serialization.RowTypes;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds the reports of parallel readers up to one status per feed. */
public final class SumFeeds extends KeyedProcessFunction<String, FeedStatus, FeedStatus> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<FeedStatus> total;

    @Override
    public void open(OpenContext openContext) {
        total = getRuntimeContext().getState(new ValueStateDescriptor<>("feed", RowTypes.FEED));
    }

    @Override
    public void processElement(FeedStatus report, Context ctx, Collector<FeedStatus> out)
            throws Exception {
        FeedStatus before = total.value();
        FeedStatus after =
                before == null
                        ? report
                        : new FeedStatus(
                                report.source(),
                                Math.max(before.lastEventAt(), report.lastEventAt()),
                                before.events() + report.events(),
                                before.rejected() + report.rejected(),
                                Math.max(before.asOf(), report.asOf()));
        total.update(after);
        out.collect(after);
    }
}
