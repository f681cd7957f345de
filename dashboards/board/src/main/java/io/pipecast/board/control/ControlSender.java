package io.pipecast.board.control;

import io.pipecast.board.BoardException;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts what people do on the board on the control topic; connects when somebody does something. */
public final class ControlSender implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final KafkaSettings kafka;
    private Producer<byte[], byte[]> producer;

    /**
     * A sender.
     *
     * @param kafka where to, or null for a board that is fed by hand and sends nothing
     */
    public ControlSender(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** A sender through a producer that is connected already. */
    public static ControlSender over(KafkaSettings kafka, Producer<byte[], byte[]> producer) {
        ControlSender sender = new ControlSender(kafka);
        sender.producer = producer;
        return sender;
    }

    /** Whether anything can be sent. */
    public boolean isConnected() {
        return kafka != null;
    }

    /**
     * Sends an action about an alert, and waits until the broker has it.
     *
     * @throws BoardException when it does not
     */
    public void send(AlertAction action) {
        send(action.opportunityId(), ControlAvro.encode(action));
    }

    /**
     * Sends a call, and waits until the broker has it.
     *
     * @throws BoardException when it does not
     */
    public void send(Call call) {
        send(call.node(), ControlAvro.encode(call));
    }

    /**
     * Sends a chance set by hand, and waits until the broker has it.
     *
     * @throws BoardException when it does not
     */
    public void send(DealOverride override) {
        send(override.opportunityId(), ControlAvro.encode(override));
    }

    private synchronized void send(String subject, byte[] message) {
        producer = producer == null ? connect() : producer;
        byte[] key = subject.getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(kafka.topic(Topic.CONTROL), key, message))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BoardException("no broker took it: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BoardException("the board is closing");
        }
    }

    private Producer<byte[], byte[]> connect() {
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.put("max.block.ms", PATIENCE_SECONDS * 1000);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(1));
        }
    }
}
