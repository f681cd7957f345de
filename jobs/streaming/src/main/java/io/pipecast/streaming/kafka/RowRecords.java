package io.pipecast.streaming.kafka;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An output row as a record: keyed by its upsert key, Avro single-object encoded. */
final class RowRecords<T> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final KeySelector<T, String> key;
    private final Encoder<T> encoder;

    /** Turns a row into its wire bytes. */
    interface Encoder<T> extends Serializable {
        byte[] encode(T row);
    }

    RowRecords(String topic, KeySelector<T, String> key, Encoder<T> encoder) {
        this.topic = topic;
        this.key = key;
        this.encoder = encoder;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T row, KafkaSinkContext context, Long timestamp) {
        try {
            return new ProducerRecord<>(
                    topic, key.getKey(row).getBytes(StandardCharsets.UTF_8), encoder.encode(row));
        } catch (Exception e) {
            throw new IllegalStateException("cannot name the key of a row for " + topic, e);
        }
    }
}
