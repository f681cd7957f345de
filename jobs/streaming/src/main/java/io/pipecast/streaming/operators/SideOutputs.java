package io.pipecast.streaming.operators;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.streaming.track.DealTracker;
import io.pipecast.streaming.track.StakeChange;
import org.apache.flink.streaming.api.functions.co.BaseBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends what the tracker states to the outputs of the call it is in: stakes to the main one, rows
 * to the side.
 */
final class SideOutputs implements DealTracker.Outputs {
    private BaseBroadcastProcessFunction.ReadOnlyContext keyed;
    private BaseBroadcastProcessFunction.Context broadcast;
    private Collector<StakeChange> stakes;

    void enter(BaseBroadcastProcessFunction.ReadOnlyContext context, Collector<StakeChange> out) {
        keyed = context;
        broadcast = null;
        stakes = out;
    }

    void enter(BaseBroadcastProcessFunction.Context context, Collector<StakeChange> out) {
        keyed = null;
        broadcast = context;
        stakes = out;
    }

    @Override
    public void stake(StakeChange change) {
        stakes.collect(change);
    }

    @Override
    public void forecast(DealForecast row) {
        output(Streams.DEALS, row);
    }

    @Override
    public void snapshot(DealForecast row) {
        output(Streams.SNAPSHOTS, row);
    }

    @Override
    public void alert(Alert alert) {
        output(Streams.ALERTS, alert);
    }

    private <T> void output(OutputTag<T> tag, T value) {
        if (keyed != null) {
            keyed.output(tag, value);
        } else {
            broadcast.output(tag, value);
        }
    }
}
