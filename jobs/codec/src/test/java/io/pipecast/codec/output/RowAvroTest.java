package io.pipecast.codec.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class RowAvroTest {
    private final RowDecoder decoder = new RowDecoder();

    @Test
    void dealsComeBackAsTheyWere() {
        for (DealForecast deal : List.of(SampleRows.fullDeal(), SampleRows.bareDeal())) {
            assertThat(decoder.deal(RowAvro.encode(deal)))
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .isEqualTo(deal);
        }
    }

    @Test
    void pipelinesComeBackAsTheyWere() {
        for (PipelineForecast row : List.of(SampleRows.pipeline(), SampleRows.barePipeline())) {
            assertThat(decoder.pipeline(RowAvro.encode(row)))
                    .usingRecursiveComparison()
                    .isEqualTo(row);
        }
    }

    @Test
    void alertsRejectionsAndFeedsComeBackAsTheyWere() {
        var rejection =
                new Rejection("bad-value", null, "no", "f", 3, Rejection.NO_TIME, new byte[2], 9);
        var feed = new FeedStatus("crm", SampleRows.NOW, 5, 6, SampleRows.NOW);

        assertThat(decoder.alert(RowAvro.encode(SampleRows.fullAlert())))
                .isEqualTo(SampleRows.fullAlert());
        assertThat(decoder.alert(RowAvro.encode(SampleRows.bareAlert())))
                .isEqualTo(SampleRows.bareAlert());
        assertThat(decoder.rejection(RowAvro.encode(rejection)))
                .usingRecursiveComparison()
                .isEqualTo(rejection);
        assertThat(decoder.feed(RowAvro.encode(feed))).isEqualTo(feed);
    }

    @Test
    void whatBecameOfAModelComesBackAsItWas() {
        ModelStatus refused =
                new ModelStatus(
                        4,
                        1,
                        ModelPublished.Role.CHAMPION,
                        ModelStatus.State.REFUSED,
                        "not readable",
                        ModelStatus.UNKNOWN,
                        "m4",
                        SampleRows.NOW,
                        SampleRows.NOW,
                        "ops",
                        2,
                        ModelStatus.UNKNOWN,
                        ModelStatus.UNKNOWN,
                        Map.of());
        ModelStatus inForce =
                new ModelStatus(
                        3,
                        1,
                        ModelPublished.Role.SHADOW,
                        ModelStatus.State.SHADOW,
                        null,
                        SampleRows.NOW,
                        "m3",
                        SampleRows.NOW,
                        SampleRows.NOW,
                        "ops",
                        ModelStatus.UNKNOWN,
                        5,
                        6,
                        Map.of("rows", 10.0, "holdout.auc", 0.75));

        assertThat(decoder.model(RowAvro.encode(refused))).isEqualTo(refused);
        assertThat(decoder.model(RowAvro.encode(inForce))).isEqualTo(inForce);
    }

    @Test
    void anyAvroReaderReadsTheQuantitiesByTheirNames() throws IOException {
        PipelineForecast row = SampleRows.pipeline();
        GenericRecord record = generic(WireSchema.PIPELINE_FORECAST, RowAvro.encode(row));

        for (Quantity quantity : Quantity.values()) {
            long value = row.value(quantity);
            assertThat(record.get(quantity.key))
                    .as(quantity.key)
                    .isEqualTo(value == Quantity.MISSING ? null : value);
        }
    }

    @Test
    void anyAvroReaderReadsADealAndAnAlert() throws IOException {
        GenericRecord deal =
                generic(WireSchema.DEAL_FORECAST, RowAvro.encode(SampleRows.fullDeal()));
        GenericRecord alert = generic(WireSchema.ALERT, RowAvro.encode(SampleRows.fullAlert()));

        assertThat(deal.get("meetingAt")).isEqualTo(SampleRows.fullDeal().meetingAt());
        assertThat(deal.get("modelVersion")).hasToString("m3");
        assertThat(deal.get("category")).hasToString("COMMIT");
        assertThat(alert.get("resolution")).hasToString("PROGRESS");
        assertThat(alert.get("evidence")).hasToString(SampleRows.fullAlert().evidence());
    }

    @Test
    void schemaAndQuantitiesMustNameTheSame() {
        Schema.Field extra = new Schema.Field("new_thing", Schema.create(Schema.Type.LONG), "", 0L);
        Schema.Field before = new Schema.Field("currency", Schema.create(Schema.Type.STRING));
        Schema.Field after = new Schema.Field("notInSource", Schema.create(Schema.Type.STRING));
        Schema more = Schema.createRecord("A", "", "x", false, List.of(before, extra, after));
        Schema less =
                Schema.createRecord(
                        "B",
                        "",
                        "x",
                        false,
                        List.of(
                                new Schema.Field(before, before.schema()),
                                new Schema.Field(after, after.schema())));

        assertThat(WireQuantities.ORDER).containsExactlyInAnyOrder(Quantity.values());
        assertThatThrownBy(() -> WireQuantities.order(more))
                .hasMessage("a field of PipelineForecast must be a quantity, was new_thing");
        assertThatThrownBy(() -> WireQuantities.order(less))
                .hasMessageStartingWith("a quantity must be a field of PipelineForecast");
    }

    @Test
    void refusesAnotherRowAndATruncatedOne() {
        byte[] alert = RowAvro.encode(SampleRows.fullAlert());

        assertThatThrownBy(() -> decoder.deal(alert))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a message must be written in a schema of forecast/DealForecast, was not");
        assertThatThrownBy(() -> decoder.alert(Arrays.copyOf(alert, alert.length - 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a message must be a whole forecast/Alert, was not");
    }

    private static GenericRecord generic(WireSchema wire, byte[] message) throws IOException {
        var in =
                DecoderFactory.get()
                        .binaryDecoder(message, WireSchema.HEADER, message.length - 10, null);
        return new GenericDatumReader<GenericRecord>(wire.schema).read(null, in);
    }
}
