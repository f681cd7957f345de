package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.kafka.Topics;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Entry of the job {@code evaluate} in the cluster jar: {@code flink run --class …}. */
public final class EvaluateJobMain {
    private EvaluateJobMain() {}

    /**
     * Submits the job.
     *
     * @param args path of pipecast.yaml
     */
    public static void main(String[] args) throws Exception {
        PipecastConfig config = JobArguments.config(args);
        Topics.ensure(config.kafka());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        EvaluateJob.wire(env, config);
        env.execute(EvaluateJob.NAME);
    }
}
