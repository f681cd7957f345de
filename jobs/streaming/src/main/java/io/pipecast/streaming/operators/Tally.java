package io.pipecast.streaming.operators;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** A count that is a metric while the job runs and part of the result when it ends. */
final class Tally {
    private final Counter metric;
    private final LongCounter result = new LongCounter();

    Tally(RuntimeContext context, String name) {
        metric = context.getMetricGroup().counter(name);
        context.addAccumulator(name, result);
    }

    void inc() {
        metric.inc();
        result.add(1);
    }
}
