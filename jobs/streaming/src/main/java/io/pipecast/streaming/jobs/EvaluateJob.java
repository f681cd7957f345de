package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.kafka.KafkaEnds;
import io.pipecast.streaming.operators.JobPlan;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code evaluate} against Kafka. */
public final class EvaluateJob {
    /** Name under which a cluster lists it. */
    public static final String NAME = "pipecast evaluate";

    private EvaluateJob() {}

    /** Wires the job on an environment, ready to be executed. */
    public static void wire(StreamExecutionEnvironment env, PipecastConfig config) {
        JobSettings.live(env, config.flink());
        JobPlan plan = JobPlan.live(config.yaml(), config.flink().flushInterval().toMillis());
        EvaluateTopology.wire(env, plan, new KafkaEnds(config));
    }
}
