package io.pipecast.e2e.cluster;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.record.TimedRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a simulated company's log to the input topics. */
final class RecordWriter implements AutoCloseable {
    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;

    RecordWriter(KafkaSettings kafka) {
        this.kafka = kafka;
        this.producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka.producerProperties()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Writes everything before the log's end; the number of records. */
    long writeAll(Simulation company) {
        long written = 0;
        while (company.peek().at() < company.plan().end()) {
            write(company.next());
            written++;
        }
        producer.flush();
        return written;
    }

    private void write(TimedRecord record) {
        switch (record.kind()) {
            case OPPORTUNITY ->
                    send(Topic.OPPORTUNITIES, record, EventAvro.encode(record.change()));
            case ACTIVITY -> send(Topic.ACTIVITIES, record, EventAvro.encode(record.activity()));
            case ORGANIZATION ->
                    send(Topic.ORGANIZATION, record, EventAvro.encode(record.organization()));
            case CALL -> send(Topic.CONTROL, record, ControlAvro.encode(record.call()));
            case UNREADABLE ->
                    send(
                            Topic.OPPORTUNITIES,
                            record,
                            record.line().getBytes(StandardCharsets.UTF_8));
        }
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // what is lost shows as a forecast that never comes
    private void send(Topic topic, TimedRecord record, byte[] value) {
        producer.send(new ProducerRecord<>(kafka.topic(topic), record.key(), value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
