package io.pipecast.app.models;

import io.pipecast.app.UserError;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics: from the beginning, in no consumer group, committed records only. */
final class TopicReader {
    private static final Duration REACH = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private TopicReader() {}

    /**
     * Reads topics to the end they have now; one that does not exist is empty.
     *
     * @param each name of the topic and a record's value, which may be null
     * @throws UserError when the broker cannot be reached
     */
    static void toTheEnd(KafkaSettings kafka, List<Topic> topics, BiConsumer<String, byte[]> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(kafka))) {
            List<TopicPartition> all = assign(consumer, kafka, topics);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all, REACH);
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    each.accept(record.topic(), record.value());
                }
            }
        } catch (KafkaException e) {
            throw unreachable(kafka, e);
        }
    }

    /** A reader of one topic from its beginning, for who waits for a record. */
    static KafkaConsumer<byte[], byte[]> follow(KafkaSettings kafka, Topic topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(kafka));
        assign(consumer, kafka, List.of(topic));
        return consumer;
    }

    /** A row of {@code forecast.models}, or null when it cannot be read. */
    static ModelStatus status(RowDecoder rows, byte[] message) {
        try {
            return message == null ? null : rows.model(message);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<TopicPartition> assign(
            KafkaConsumer<byte[], byte[]> consumer, KafkaSettings kafka, List<Topic> topics) {
        Map<String, List<PartitionInfo>> existing = consumer.listTopics(REACH);
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : topics) {
            for (PartitionInfo part : existing.getOrDefault(kafka.topic(topic), List.of())) {
                all.add(new TopicPartition(part.topic(), part.partition()));
            }
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return all;
    }

    /** The error of a broker that does not answer, in one line. */
    static UserError unreachable(KafkaSettings kafka, KafkaException e) {
        return new UserError(
                "kafka.bootstrapServers must be a reachable broker, was "
                        + kafka.bootstrapServers()
                        + " ("
                        + e.getMessage()
                        + ")",
                e);
    }

    private static Map<String, Object> properties(KafkaSettings kafka) {
        Map<String, Object> all = new HashMap<>(kafka.consumerProperties());
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }
}
