package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.ConfigException;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.kafka.Topics;
import java.nio.file.Path;
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
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "one argument is required, the path of pipecast.yaml, were " + args.length);
        }
        PipecastConfig config;
        try {
            config = PipecastConfig.load(Path.of(args[0]));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(String.join("; ", e.problems()), e);
        }
        Topics.ensure(config.kafka());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        LiveJob.wire(env, config);
        env.execute(LiveJob.NAME);
    }
}
