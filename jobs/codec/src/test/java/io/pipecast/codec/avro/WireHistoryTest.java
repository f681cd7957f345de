package io.pipecast.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.domain.deal.ActivityCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireHistoryTest {
    private final WireHistory history = new WireHistory(WireSchema.ACTIVITY);

    @ParameterizedTest
    @EnumSource(WireSchema.class)
    void schemaInForceIsTheLastOneOfItsHistory(WireSchema wire) {
        List<Schema> versions = wire.history();

        assertThat(versions).isNotEmpty();
        assertThat(SchemaNormalization.parsingFingerprint64(versions.get(versions.size() - 1)))
                .isEqualTo(wire.fingerprint);
    }

    @Test
    void messageOfThePresentSchemaIsLeftAlone() throws IOException {
        byte[] message = EventAvro.encode(activity());

        assertThat(history.present(message)).isSameAs(message);
    }

    @Test
    void messageOfAPastSchemaIsRewrittenWithTheDefaultsOfWhatItLacks() throws IOException {
        Schema past = without("subject", "orderKey");
        history.put(WireSchema.ACTIVITY, past);
        byte[] old = write(past);

        assertThat(history.find(WireSchema.fingerprintOf(old))).isEqualTo(WireSchema.ACTIVITY);
        assertThat(history.present(old)).isEqualTo(EventAvro.encode(activity()));
    }

    @Test
    void truncatedMessageOfAPastSchemaIsNoMessage() throws IOException {
        Schema past = without("subject");
        history.put(WireSchema.ACTIVITY, past);
        byte[] old = write(past);

        assertThatThrownBy(() -> history.present(Arrays.copyOf(old, old.length - 1)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> history.present(Arrays.copyOf(old, old.length + 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void otherSubjectsAreUnknown() {
        assertThat(history.find(WireSchema.TICK.fingerprint)).isNull();
    }

    private static Activity activity() {
        Activity activity = new Activity();
        activity.eventId = "e";
        activity.opportunityId = "o";
        activity.occurredAt = 5L;
        activity.kind = ActivityCode.Kind.CALL;
        activity.direction = ActivityCode.Direction.INBOUND;
        activity.status = ActivityCode.Status.COMPLETED;
        activity.actor = "ann";
        return activity;
    }

    private static Schema without(String... names) {
        Schema now = WireSchema.ACTIVITY.schema;
        List<Schema.Field> fields =
                now.getFields().stream()
                        .filter(field -> !List.of(names).contains(field.name()))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
    }

    private static byte[] write(Schema schema) throws IOException {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("eventId", "e");
        record.put("opportunityId", "o");
        record.put("occurredAt", 5L);
        if (schema.getField("orderKey") != null) {
            record.put("orderKey", 0L);
        }
        record.put("source", "crm");
        for (var symbol :
                List.of(
                        new String[] {"kind", "CALL"},
                        new String[] {"direction", "INBOUND"},
                        new String[] {"status", "COMPLETED"})) {
            Schema type = schema.getField(symbol[0]).schema();
            record.put(symbol[0], new GenericData.EnumSymbol(type, symbol[1]));
        }
        record.put("actor", "ann");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0xC3, 1});
        bytes.writeBytes(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(SchemaNormalization.parsingFingerprint64(schema))
                        .array());
        var out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, out);
        return bytes.toByteArray();
    }
}
