package io.pipecast.streaming.operators;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets only the last of several upserts of a key through per flush interval: in fast motion a
 * deal's row changes hundreds of times a second, and only its last value counts. Holds nothing
 * across a checkpoint.
 */
public final class CoalesceRows<T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final int MOST_ROWS = 50_000;

    private final KeySelector<T, String> key;
    private final long flushMillis;

    private transient Map<String, T> held;
    private transient boolean timerSet;

    public CoalesceRows(KeySelector<T, String> key, long flushMillis) {
        this.key = key;
        this.flushMillis = flushMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        held = new LinkedHashMap<>();
    }

    @Override
    public void processElement(StreamRecord<T> element) throws Exception {
        held.put(key.getKey(element.getValue()), element.getValue());
        if (held.size() > MOST_ROWS) {
            flush();
        } else if (!timerSet) {
            timerSet = true;
            long now = getProcessingTimeService().getCurrentProcessingTime();
            getProcessingTimeService()
                    .registerTimer(
                            now + flushMillis,
                            at -> {
                                timerSet = false;
                                flush();
                            });
        }
    }

    private void flush() {
        held.values().forEach(row -> output.collect(new StreamRecord<>(row)));
        held.clear();
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
