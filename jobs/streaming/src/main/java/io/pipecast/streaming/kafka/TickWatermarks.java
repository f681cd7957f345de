package io.pipecast.streaming.kafka;

import io.pipecast.codec.input.Input;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of a partition is its last tick minus the lateness; Flink takes the minimum over
 * partitions. Event times never move it, so a fact dated ahead waits and a silent feed does not
 * stop the clock.
 */
final class TickWatermarks implements WatermarkGenerator<Input> {
    private final long lateness;

    private TickWatermarks(long lateness) {
        this.lateness = lateness;
    }

    static WatermarkStrategy<Input> strategy(long lateness) {
        return WatermarkStrategy.forGenerator(context -> new TickWatermarks(lateness));
    }

    @Override
    public void onEvent(Input input, long timestamp, WatermarkOutput output) {
        if (input.kind == Input.Kind.TICK) {
            output.emitWatermark(new Watermark(input.tickAt() - lateness));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // the clock stands in the stream: no other time moves it
    }
}
