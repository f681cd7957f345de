package io.pipecast.streaming.kafka;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.streaming.files.InputType;
import io.pipecast.streaming.operators.JobPlan;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records of the input topics: a value or a rejection, never an exception. */
final class InputRecords implements KafkaRecordDeserializationSchema<Input> {
    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = new byte[0];

    private final JobPlan plan;
    private transient InputDecoder decoder;

    InputRecords(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        decoder = new InputDecoder(plan.settings());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Input> out) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        out.collect(
                decoder.decode(
                        value,
                        record.topic() + "-" + record.partition(),
                        record.offset(),
                        record.timestamp()));
    }

    @Override
    public TypeInformation<Input> getProducedType() {
        return InputType.INSTANCE;
    }
}
