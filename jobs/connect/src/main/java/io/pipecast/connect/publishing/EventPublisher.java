package io.pipecast.connect.publishing;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.Tick;
import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes events to the input topics, keyed by deal or organization node, and at the end a tick of
 * the last event's time into every partition, the organization's first: whoever sees the tick has
 * seen the data.
 */
public final class EventPublisher implements EventSink, Closeable {
    /** Changes of deals. */
    public static final String OPPORTUNITIES = "crm.opportunities";

    /** What was done about deals. */
    public static final String ACTIVITIES = "crm.activities";

    /** Users, territories, accounts, quotas and rates. */
    public static final String ORGANIZATION = "crm.organization";

    /** What steers the job. */
    public static final String CONTROL = "pipecast.control";

    private static final List<String> TOPICS =
            List.of(ORGANIZATION, OPPORTUNITIES, ACTIVITIES, CONTROL);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long last = Long.MIN_VALUE;

    EventPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * A publisher to brokers that answer; topics that are not there are created with the brokers'
     * defaults.
     *
     * @throws IOException when no broker answers within ten seconds
     */
    public static EventPublisher connect(String bootstrapServers) throws IOException {
        createTopics(bootstrapServers);
        return new EventPublisher(
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.LINGER_MS_CONFIG,
                                20,
                                ProducerConfig.BATCH_SIZE_CONFIG,
                                1 << 18,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    private static void createTopics(String bootstrapServers) throws IOException {
        int millis = (int) PATIENCE.toMillis();
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        "request.timeout.ms",
                        millis,
                        "default.api.timeout.ms",
                        millis);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    TOPICS.stream()
                            .filter(topic -> !present.contains(topic))
                            .map(t -> new NewTopic(t, Optional.empty(), Optional.empty()))
                            .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException | KafkaException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            throw new IOException(
                    "no Kafka broker answers at %s: %s"
                            .formatted(bootstrapServers, cause.getMessage()),
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for " + bootstrapServers, stopped);
        }
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        last = Math.max(last, event.time());
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic(event), null, event.time(), key, event.avro()));
    }

    private static String topic(ImportedEvent event) {
        if (event.fact() != null) {
            return ORGANIZATION;
        }
        return event.change() != null ? OPPORTUNITIES : ACTIVITIES;
    }

    @Override
    public void finish() throws IOException {
        if (last == Long.MIN_VALUE) {
            return;
        }
        byte[] tick = ControlAvro.encode(new Tick(last));
        for (String topic : TOPICS) {
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                send(new ProducerRecord<>(topic, partition.partition(), last, null, tick));
            }
            producer.flush();
        }
        check();
    }

    private void send(ProducerRecord<byte[], byte[]> message) throws IOException {
        check();
        producer.send(
                message,
                (sent, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private void check() throws IOException {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IOException("cannot write to Kafka: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
