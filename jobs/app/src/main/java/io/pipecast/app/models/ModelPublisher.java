package io.pipecast.app.models;

import io.pipecast.app.UserError;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes models, waiting for the running job's answer, and alert policies. */
public final class ModelPublisher {
    /** Most bytes of a document: a message of a topic may have a million or so. */
    public static final int LARGEST_DOCUMENT = 1_000_000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String KEY = "model";

    private final KafkaSettings kafka;

    public ModelPublisher(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Writes a publication; it is in the broker when this returns.
     *
     * @throws UserError when the broker cannot be reached or refuses it
     */
    public void publish(ModelPublished model) {
        send(KEY, "model", ControlAvro.encode(model));
    }

    /**
     * Writes an alert policy; it is in the broker when this returns.
     *
     * @throws UserError when the broker cannot be reached or refuses it
     */
    public void publish(PolicyChanged policy) {
        send("policy", "policy", ControlAvro.encode(policy));
    }

    private void send(String key, String what, byte[] message) {
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.putIfAbsent(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * LARGEST_DOCUMENT);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    kafka.topic(Topic.CONTROL),
                                    key.getBytes(StandardCharsets.UTF_8),
                                    message))
                    .get();
        } catch (KafkaException e) {
            throw TopicReader.unreachable(kafka, e);
        } catch (ExecutionException e) {
            throw new UserError(
                    "the "
                            + what
                            + " must be accepted by the broker, was not: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while publishing", e);
        }
    }

    /**
     * What the job says of a publication: its last word within the time given, or null when there
     * is none. A model that waits for its instant is waited for only where that instant was reached
     * when it was published.
     *
     * @param due whether the job's clock had reached the publication's effectiveFrom
     * @throws UserError when another publication took the sequence
     */
    public ModelStatus await(ModelPublished model, boolean due, Duration patience) {
        RowDecoder rows = new RowDecoder();
        long until = System.nanoTime() + patience.toNanos();
        ModelStatus last = null;
        try (KafkaConsumer<byte[], byte[]> consumer = TopicReader.follow(kafka, Topic.MODELS)) {
            do {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    ModelStatus status = TopicReader.status(rows, record.value());
                    last = isAbout(model, status) ? status : last;
                }
                if (last != null && (!due || last.state() != ModelStatus.State.SCHEDULED)) {
                    return last;
                }
            } while (System.nanoTime() - until < 0);
        } catch (KafkaException e) {
            throw TopicReader.unreachable(kafka, e);
        }
        return last;
    }

    private static boolean isAbout(ModelPublished model, ModelStatus status) {
        if (status == null || status.sequence() != model.sequence()) {
            return false;
        }
        boolean same =
                status.modelVersion().equals(model.modelVersion())
                        && status.publishedAt() == model.publishedAt()
                        && status.actor().equals(model.actor());
        if (!same) {
            throw new UserError(
                    "sequence "
                            + model.sequence()
                            + " was taken at the same time by "
                            + status.modelVersion()
                            + " of "
                            + status.actor()
                            + ": publish again");
        }
        return true;
    }
}
