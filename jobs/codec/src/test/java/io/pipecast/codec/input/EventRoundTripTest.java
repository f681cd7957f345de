package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.organization.OrganizationFact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRoundTripTest {
    private static final int ROUNDS = 2_000;

    private final JsonInputDecoder json =
            new JsonInputDecoder(PipecastConfig.defaults().pipeline());
    private final InputDecoder avro = new InputDecoder(PipecastConfig.defaults().pipeline());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesGiveTheSameFactsFromJsonAndFromAvro(long seed) {
        RandomEvents random = new RandomEvents(seed);
        for (int i = 0; i < ROUNDS; i++) {
            OpportunityChange change = random.change();
            same(json(EventJson.line(change)), avro(EventAvro.encode(change)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void activitiesGiveTheSameFactsFromJsonAndFromAvro(long seed) {
        RandomEvents random = new RandomEvents(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Activity activity = random.activity();
            same(json(EventJson.line(activity)), avro(EventAvro.encode(activity)));
        }
    }

    @Test
    void organizationComesBackAsItWasGiven() {
        RandomEvents random = new RandomEvents(4);
        for (int i = 0; i < ROUNDS; i++) {
            OrganizationFact fact = random.organization();
            assertThat(json(EventJson.line(fact)).organization()).isEqualTo(fact);
            assertThat(avro(EventAvro.encode(fact)).organization()).isEqualTo(fact);
        }
    }

    @Test
    void handWrittenAvroIsWhatTheGenericReaderAndWriterMakeOfIt() throws IOException {
        RandomEvents random = new RandomEvents(5);
        for (int i = 0; i < ROUNDS; i++) {
            rewritten(WireSchema.OPPORTUNITY_CHANGE, EventAvro.encode(random.change()));
            rewritten(WireSchema.ACTIVITY, EventAvro.encode(random.activity()));
        }
    }

    @Test
    void decodedRecordEqualsTheGenericOneFieldByField() throws IOException {
        RandomEvents random = new RandomEvents(6);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] message = EventAvro.encode(random.change());
            GenericRecord expected = generic(WireSchema.OPPORTUNITY_CHANGE, message);
            OpportunityChange read = new OpportunityChange();
            DealAvro.read(new WireReader().over(message), read);

            assertThat(EventAvro.encode(read)).isEqualTo(message);
            assertThat(read.occurredAt).isEqualTo(expected.get("occurredAt"));
            assertThat(read.amount).isEqualTo(expected.get("amount"));
            assertThat(read.closeDate).isEqualTo(expected.get("closeDate"));
            assertThat(read.owner).isEqualTo(text(expected.get("owner")));
            assertThat(read.routeToMarket).isEqualTo(text(expected.get("routeToMarket")));
            assertThat(String.valueOf(read.operation))
                    .isEqualTo(expected.get("operation").toString());
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static GenericRecord generic(WireSchema wire, byte[] message) throws IOException {
        var in =
                DecoderFactory.get()
                        .binaryDecoder(message, WireSchema.HEADER, message.length - 10, null);
        return new GenericDatumReader<GenericRecord>(wire.schema).read(null, in);
    }

    private static void rewritten(WireSchema wire, byte[] message) throws IOException {
        GenericRecord record = generic(wire, message);
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(wire.header());
        var out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(wire.schema).write(record, out);

        assertThat(bytes.toByteArray()).isEqualTo(message);
    }

    private Input json(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(line).doesNotContain("\n");
        return json.decode(bytes, 0, bytes.length, "file", 1);
    }

    private Input avro(byte[] message) {
        return avro.decode(message, "topic-0", 1, 0);
    }

    private static void same(Input a, Input b) {
        assertThat(a.kind).as("%s against %s", a, b).isEqualTo(b.kind);
        assertThat(a.kind).isIn(Input.Kind.DEAL, Input.Kind.NOOP);
        if (a.kind == Input.Kind.DEAL) {
            same(a.deal(), b.deal());
        }
    }

    private static void same(DealEvent a, DealEvent b) {
        assertThat(a.opportunityId()).isEqualTo(b.opportunityId());
        assertThat(a.source()).isEqualTo(b.source());
        assertThat(a.facts()).hasSameSizeAs(b.facts());
        for (int i = 0; i < a.facts().length; i++) {
            Fact left = a.facts()[i];
            Fact right = b.facts()[i];
            assertThat(left).isEqualByComparingTo(right);
            assertThat(left.recordedAt).isEqualTo(right.recordedAt);
            assertThat(left.number).isEqualTo(right.number);
            assertThat(left.text).isEqualTo(right.text);
        }
    }
}
