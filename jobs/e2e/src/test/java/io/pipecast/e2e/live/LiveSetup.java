package io.pipecast.e2e.live;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;

/** Configurations for jobs that share a broker, each in topics of its own. */
final class LiveSetup {
    private LiveSetup() {}

    /** A company on a broker, with the default delivery and state backend. */
    static PipecastConfig config(String company, EmbeddedKafka broker, String prefix) {
        return config(company, broker, prefix, "at-least-once", "hashmap");
    }

    /**
     * A company on a broker.
     *
     * @param company its part of a pipecast.yaml
     * @param prefix put before the names of its topics
     * @param delivery at-least-once or exactly-once
     * @param state hashmap or rocksdb
     */
    static PipecastConfig config(
            String company, EmbeddedKafka broker, String prefix, String delivery, String state) {
        Path checkpoints = broker.directory().resolve("checkpoints-" + prefix);
        return PipecastConfig.parse(
                company
                        + """

                        kafka:
                          bootstrapServers: %s
                          partitions: 2
                          topicPrefix: "%s"
                        flink:
                          parallelism: 2
                          checkpointInterval: PT0.3S
                          checkpointDir: %s
                          flushInterval: PT0.1S
                          delivery: %s
                          stateBackend: %s
                        """
                                .formatted(
                                        broker.bootstrapServers(),
                                        prefix,
                                        checkpoints,
                                        delivery,
                                        state));
    }
}
