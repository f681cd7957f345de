package io.pipecast.app.demo;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.Tick;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes messages to the input topics, and ticks into every partition of them. */
public final class FeedWriter implements AutoCloseable {
    private final KafkaSettings kafka;
    private final Map<String, Integer> partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * A writer.
     *
     * @param partitions number of partitions by input topic
     */
    public FeedWriter(KafkaSettings kafka, Map<String, Integer> partitions) {
        this.kafka = kafka;
        this.partitions = Map.copyOf(partitions);
        Map<String, Object> properties = new java.util.HashMap<>(kafka.producerProperties());
        properties.putIfAbsent("linger.ms", "5");
        properties.putIfAbsent("batch.size", "131072");
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void send(Message message) {
        byte[] key = message.key() == null ? null : message.key().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(kafka.topic(message.topic()), key, message.value()));
    }

    /** Tells every partition that an instant, epoch milliseconds, has been reached. */
    public void tick(long at) {
        byte[] tick = ControlAvro.encode(new Tick(at));
        for (Topic topic : Topic.INPUTS) {
            String name = kafka.topic(topic);
            for (int partition = 0; partition < partitions.get(name); partition++) {
                send(new ProducerRecord<>(name, partition, null, tick));
            }
        }
    }

    /** Returns when everything written so far has reached the broker. */
    public void flush() {
        producer.flush();
        check();
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // a failure is kept by the callback and thrown by the next
    // check
    private void send(ProducerRecord<byte[], byte[]> sent) {
        check();
        producer.send(
                sent,
                (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    private void check() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException(
                    "cannot write to Kafka: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(1));
    }
}
