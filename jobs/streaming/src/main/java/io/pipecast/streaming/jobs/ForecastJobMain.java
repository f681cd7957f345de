package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.kafka.Topics;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Entry of the cluster jar: {@code flink run pipecast-streaming-…-job.jar pipecast.yaml}. */
public final class ForecastJobMain {
    private ForecastJobMain() {}

    /**
     * Submits the job.
     *
     * @param args path of pipecast.yaml
     */
    public static void main(String[] args) throws Exception {
        PipecastConfig config = JobArguments.config(args);
        Topics.ensure(config.kafka());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        LiveJob.wire(env, config);
        env.execute(LiveJob.NAME);
    }
}
