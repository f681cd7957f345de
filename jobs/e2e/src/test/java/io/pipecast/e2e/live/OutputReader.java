package io.pipecast.e2e.live;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads an output topic from its beginning, committed records only. */
final class OutputReader<T> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<byte[], T> decoder;
    private final List<T> rows = new ArrayList<>();

    OutputReader(KafkaSettings kafka, Topic topic, Function<byte[], T> decoder) {
        this.decoder = decoder;
        Map<String, Object> properties = new HashMap<>(kafka.consumerProperties());
        properties.put("isolation.level", "read_committed");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all =
                consumer.partitionsFor(kafka.topic(topic)).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** All rows so far, in the order of each partition. */
    List<T> rows() {
        ConsumerRecords<byte[], byte[]> read = consumer.poll(POLL);
        while (!read.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : read) {
                rows.add(decoder.apply(record.value()));
            }
            read = consumer.poll(POLL);
        }
        return rows;
    }

    /** What comes within a time, each row once, none of it kept. */
    List<T> next(Duration patience) {
        List<T> fresh = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            fresh.add(decoder.apply(record.value()));
        }
        return fresh;
    }

    /** Of every key the row of the highest version; of equal versions the later one. */
    Map<String, T> table(Function<T, String> key, ToLongFunction<T> version) {
        Map<String, T> table = new TreeMap<>();
        for (T row : rows()) {
            T known = table.get(key.apply(row));
            if (known == null || version.applyAsLong(row) >= version.applyAsLong(known)) {
                table.put(key.apply(row), row);
            }
        }
        return table;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
