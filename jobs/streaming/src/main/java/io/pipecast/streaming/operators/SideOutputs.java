package io.pipecast.streaming.operators;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.streaming.track.DealRows;
import io.pipecast.streaming.track.Outputs;
import io.pipecast.streaming.track.StakeChange;
import org.apache.flink.streaming.api.functions.co.BaseBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends what the tracker states to the outputs of the call it is in: stakes to the main one, rows
 * to the side.
 */
final class SideOutputs implements Outputs {
    private BaseBroadcastProcessFunction.ReadOnlyContext keyed;
    private final boolean live;
    private final boolean explains;
    private Output<StreamRecord<StakeChange>> raw;
    private Collector<StakeChange> stakes;

    /** Outputs of a task. Chances are kept on record; a replay does that by its snapshots. */
    SideOutputs(JobPlan plan) {
        this.live = plan.live;
        this.explains = plan.explainsSnapshots();
    }

    void enter(BaseBroadcastProcessFunction.ReadOnlyContext context, Collector<StakeChange> out) {
        keyed = context;
        raw = null;
        stakes = out;
    }

    /** For calls that come from no record and no timer of a deal. */
    void enter(Output<StreamRecord<StakeChange>> output) {
        keyed = null;
        raw = output;
        stakes = null;
    }

    @Override
    public void stake(StakeChange change) {
        if (stakes != null) {
            stakes.collect(change);
        } else {
            raw.collect(new StreamRecord<>(change));
        }
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

    @Override
    public void score(DealScore score) {
        output(score.shadow() ? Streams.SHADOW : Streams.SCORES, score);
    }

    @Override
    public boolean keepsScores() {
        return live;
    }

    @Override
    public DealRows.Detail detail() {
        return explains ? DealRows.Detail.EXPLAINED : DealRows.Detail.BARE;
    }

    private <T> void output(OutputTag<T> tag, T value) {
        if (keyed != null) {
            keyed.output(tag, value);
        } else {
            raw.collect(tag, new StreamRecord<>(value));
        }
    }
}
