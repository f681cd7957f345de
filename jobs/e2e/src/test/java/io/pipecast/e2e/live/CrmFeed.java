package io.pipecast.e2e.live;

import io.pipecast.app.demo.FeedWriter;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.streaming.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a CRM and the clock write to the input topics. Makes the topics where they are missing. */
final class CrmFeed implements AutoCloseable {
    private static final int LARGEST_REQUEST = 1 << 24;

    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final FeedWriter clock;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    CrmFeed(PipecastConfig config) {
        kafka = config.kafka();
        clock = new FeedWriter(kafka, Topics.ensure(kafka));
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void change(OpportunityChange change) {
        send(Topic.OPPORTUNITIES, change.opportunityId, EventAvro.encode(change));
    }

    /** Sends a record; what is unreadable is left out. */
    void send(TimedRecord record) {
        switch (record.kind()) {
            case OPPORTUNITY ->
                    send(Topic.OPPORTUNITIES, record.key(), EventAvro.encode(record.change()));
            case ACTIVITY ->
                    send(Topic.ACTIVITIES, record.key(), EventAvro.encode(record.activity()));
            case ORGANIZATION ->
                    send(Topic.ORGANIZATION, record.key(), EventAvro.encode(record.organization()));
            case CALL -> send(Topic.CONTROL, record.key(), ControlAvro.encode(record.call()));
            case UNREADABLE -> {}
        }
    }

    /** Sends bytes; that the broker has them is known after the next tick. */
    void send(Topic topic, String key, byte[] value) {
        sent.add(
                producer.send(
                        new ProducerRecord<>(
                                kafka.topic(topic), key.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** Tells every partition that an instant has been reached, after all that was sent before. */
    void tick(long at) throws Exception {
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        sent.clear();
        clock.tick(at);
        clock.flush();
    }

    @Override
    public void close() {
        producer.close();
        clock.close();
    }
}
