package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.app.Pipecast;
import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.settings.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import into brokers that know no topic yet makes them as the job wants them. */
class ImportedTopicsIT {
    private static final String MAPPING =
            """
            source: crm
            format: csv
            rows: deals
            time: date
            currency: USD
            always: {opportunityId: id}
            rules:
              - name: created
                emit: opportunity
                set: {operation: {constant: CREATE}, occurredAt: opened, stage: {constant: Open}}
            """;

    @Test
    void whatIsToldToTheJobIsKeptForever(@TempDir Path dir)
            throws IOException, ExecutionException, InterruptedException {
        Path deals = Files.writeString(dir.resolve("deals.csv"), "id,opened\n1,2024-01-05\n");
        Path mapping = Files.writeString(dir.resolve("mapping.yaml"), MAPPING);
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            int code =
                    Pipecast.commandLine()
                            .execute(
                                    "import",
                                    "csv",
                                    deals.toString(),
                                    "--mapping",
                                    mapping.toString(),
                                    "--rejected",
                                    dir.resolve("rejected.jsonl").toString(),
                                    "--bootstrap-servers",
                                    broker.bootstrapServers());
            assertThat(code).isZero();
            assertThat(config(broker, Topic.CONTROL).get(TopicConfig.RETENTION_MS_CONFIG).value())
                    .isEqualTo("-1");
            assertThat(config(broker, Topic.DEALS).get(TopicConfig.CLEANUP_POLICY_CONFIG).value())
                    .isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
        }
    }

    private static Config config(EmbeddedKafka broker, Topic topic)
            throws ExecutionException, InterruptedException {
        ConfigResource asked = new ConfigResource(ConfigResource.Type.TOPIC, topic.id);
        Map<String, Object> servers =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (Admin admin = Admin.create(servers)) {
            return admin.describeConfigs(List.of(asked)).all().get().get(asked);
        }
    }
}
