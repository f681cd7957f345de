package io.pipecast.connect.publishing;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.Tick;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
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
    private static final List<Topic> TOPICS =
            List.of(Topic.ORGANIZATION, Topic.OPPORTUNITIES, Topic.ACTIVITIES, Topic.CONTROL);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long last = Long.MIN_VALUE;

    EventPublisher(KafkaSettings kafka, Producer<byte[], byte[]> producer) {
        this.kafka = kafka;
        this.producer = producer;
    }

    /**
     * A publisher to brokers that answer; topics that are not there are created as configured.
     *
     * @throws IOException when no broker answers within ten seconds
     */
    public static EventPublisher connect(KafkaSettings kafka) throws IOException {
        createTopics(kafka);
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putAll(kafka.producerProperties());
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new EventPublisher(kafka, new KafkaProducer<>(properties, bytes, bytes));
    }

    private static void createTopics(KafkaSettings kafka) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.putAll(kafka.properties());
        try (Admin admin = Admin.create(properties)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    TOPICS.stream()
                            .map(kafka::topic)
                            .filter(topic -> !present.contains(topic))
                            .map(topic -> newTopic(topic, kafka))
                            .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException | KafkaException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            throw new IOException(
                    "no Kafka broker answers at %s: %s"
                            .formatted(kafka.bootstrapServers(), cause.getMessage()),
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for Kafka", stopped);
        }
    }

    private static NewTopic newTopic(String name, KafkaSettings kafka) {
        return new NewTopic(name, kafka.partitions(), (short) kafka.replication());
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        last = Math.max(last, event.time());
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        send(
                new ProducerRecord<>(
                        kafka.topic(topic(event)), null, event.time(), key, event.avro()));
    }

    private static Topic topic(ImportedEvent event) {
        if (event.fact() != null) {
            return Topic.ORGANIZATION;
        }
        return event.change() != null ? Topic.OPPORTUNITIES : Topic.ACTIVITIES;
    }

    @Override
    public void finish() throws IOException {
        if (last == Long.MIN_VALUE) {
            return;
        }
        byte[] tick = ControlAvro.encode(new Tick(last));
        for (Topic input : TOPICS) {
            String topic = kafka.topic(input);
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                send(new ProducerRecord<>(topic, partition.partition(), last, null, tick));
            }
            producer.flush();
        }
        check();
    }

    // whatever fails is told by the callback, and thrown by the next check
    @SuppressWarnings("FutureReturnValueIgnored")
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
