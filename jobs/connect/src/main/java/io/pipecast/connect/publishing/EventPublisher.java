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
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes events to the input topics, keyed by deal or organization node, and at the end a tick of
 * the last event's time into every partition, the organization's first: whoever sees the tick has
 * seen the data.
 */
public final class EventPublisher implements EventSink, Closeable {
    /** In the order of their ticks. */
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

    /** A publisher to topics that are there. */
    public static EventPublisher connect(KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putAll(kafka.producerProperties());
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new EventPublisher(kafka, new KafkaProducer<>(properties, bytes, bytes));
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
