package io.pipecast.streaming.kafka;

import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads rows that a job of Pipecast wrote; one that cannot be read is counted and passed over. */
final class WrittenRows<T> implements KafkaRecordDeserializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final TypeInformation<T> type;
    private final Decoders<T> decoders;
    private transient Function<byte[], T> decoder;
    private transient Counter unreadable;

    /** Makes a decoder where rows are read: it throws IllegalArgumentException. */
    interface Decoders<T> extends Serializable {
        Function<byte[], T> make();
    }

    WrittenRows(TypeInformation<T> type, Decoders<T> decoders) {
        this.type = type;
        this.decoders = decoders;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = decoders.make();
        unreadable = context.getMetricGroup().counter("unreadableRows");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<T> out) {
        try {
            if (record.value() != null) {
                out.collect(decoder.apply(record.value()));
            }
        } catch (IllegalArgumentException e) {
            unreadable.inc();
        }
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return type;
    }
}
