package io.pipecast.connect.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.connect.Imported;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPublisherTest {
    private static final int PARTITIONS = 3;
    private static final PipecastConfig CONFIG =
            PipecastConfig.parse(
                    """
                    kafka: {topicPrefix: test.}
                    stages:
                      - {name: Open, outcome: open, probability: 0.5}
                      - {name: Won, outcome: won}
                      - {name: Lost, outcome: lost}
                    """);

    @TempDir Path dir;

    @Test
    void keysDealsByTheirIdAndTicksEveryPartitionLast() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(true);
        publish(producer, events());

        List<ProducerRecord<byte[], byte[]>> sent = producer.history();
        assertThat(sent).hasSize(4 + 4 * PARTITIONS);
        assertThat(sent.subList(0, 4))
                .extracting(record -> record.topic() + " " + key(record))
                .containsExactly(
                        "test.crm.organization USER|ann",
                        "test.crm.opportunities 1",
                        "test.crm.activities 1",
                        "test.crm.opportunities 1");
        assertThat(sent.get(4).topic()).isEqualTo("test.crm.organization");
        Set<String> ticked = new HashSet<>();
        for (ProducerRecord<byte[], byte[]> record : sent.subList(4, sent.size())) {
            Input tick = decode(record);
            assertThat(tick.kind).isEqualTo(Input.Kind.TICK);
            assertThat(tick.tickAt())
                    .isEqualTo(Instant.parse("2024-02-01T10:00:00Z").toEpochMilli());
            ticked.add(record.topic() + record.partition());
        }
        assertThat(ticked).hasSize(4 * PARTITIONS);
    }

    @Test
    void messagesSayWhatTheLinesSay() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(true);
        List<ImportedEvent> events = events();
        publish(producer, events);

        Input created = decode(producer.history().get(1));
        assertThat(created.kind).isEqualTo(Input.Kind.DEAL);
        assertThat(created.deal().opportunityId()).isEqualTo("1");
        assertThat(created.deal().time()).isEqualTo(events.get(1).time());
        assertThat(decode(producer.history().get(0)).organization())
                .isEqualTo(events.get(0).fact());
    }

    @Test
    void nothingImportedMeansNoTick() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(true);
        publish(producer, List.of());

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aMessageThatCannotBeWrittenFailsTheImport() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(false);
        EventPublisher publisher = new EventPublisher(CONFIG.kafka(), producer);
        ImportedEvent event = events().get(0);
        publisher.accept(event);
        producer.errorNext(new IllegalStateException("disk full"));

        assertThatThrownBy(() -> publisher.accept(event))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write to Kafka: disk full");
    }

    private static void publish(MockProducer<byte[], byte[]> producer, List<ImportedEvent> events)
            throws IOException {
        try (EventPublisher publisher = new EventPublisher(CONFIG.kafka(), producer)) {
            for (ImportedEvent event : events) {
                publisher.accept(event);
            }
            publisher.finish();
        }
    }

    private static MockProducer<byte[], byte[]> producer(boolean completing) {
        Node node = new Node(0, "localhost", 1);
        Node[] nodes = {node};
        KafkaSettings kafka = CONFIG.kafka();
        List<PartitionInfo> partitions = new ArrayList<>();
        for (Topic topic : Topic.INPUTS) {
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new PartitionInfo(kafka.topic(topic), i, node, nodes, nodes));
            }
        }
        Cluster cluster = new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new MockProducer<>(cluster, completing, null, bytes, bytes);
    }

    private static Input decode(ProducerRecord<byte[], byte[]> record) {
        PipelineSettings settings = CONFIG.pipeline();
        return new InputDecoder(settings)
                .decode(record.value(), record.topic(), 0, record.timestamp());
    }

    private static String key(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private List<ImportedEvent> events() throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("in.jsonl"),
                        """
                        {"at":"2024-01-05T10:00:00Z","stage":"Open","rep":"ann"}
                        {"at":"2024-01-06T10:00:00Z","call":"done"}
                        {"at":"2024-02-01T10:00:00Z","stage":"Won"}
                        """);
        String mapping =
                """
                source: log
                format: jsonl
                rows: events
                always: {opportunityId: {constant: 1}, occurredAt: at}
                deriveUsers: {}
                rules:
                  - name: call
                    when: {column: call, present: true}
                    emit: activity
                    set:
                      kind: {constant: CALL}
                      direction: {constant: OUTBOUND}
                      status: {constant: COMPLETED}
                  - name: moved
                    emit: opportunity
                    set: {operation: {constant: UPDATE}, stage: stage, owner: rep}
                """;
        return Imported.of(MappingReader.parse("mapping.yaml", mapping), dir, file).events();
    }
}
