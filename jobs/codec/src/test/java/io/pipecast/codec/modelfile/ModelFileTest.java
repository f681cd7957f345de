package io.pipecast.codec.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.modelfile.ModelFile.Reading;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.model.closing.AlertLimits;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.ReasonKind;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.HazardTables.Cause;
import io.pipecast.model.scoring.ModelCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final StageTable STAGES = stages("Talk", "Won");
    private static final PeriodCurve CURVE = new PeriodCurve(new double[] {0, 0.3, 1});
    private static final Uncertainty UNCERTAINTY = new Uncertainty(1, 0.12, 5, 0.03, 1.4);
    private static final byte[] DOCUMENT = ModelFile.write(model(STAGES));

    @Test
    void readsBackWhatWasWrittenAndWritesTheSameBytes() {
        Reading reading = ModelFile.read(DOCUMENT, STAGES, "EUR");
        assertThat(reading.refusal()).isNull();
        HazardModel model = reading.model();
        assertThat(ModelFile.write(model))
                .isEqualTo(DOCUMENT)
                .isEqualTo(ModelFile.write(model(STAGES)));
        assertThat(model.version()).isEqualTo("hazard-1");
        assertThat(model.effectiveFrom()).isEqualTo(77);
        assertThat(model.stallLimit(0)).isEqualTo(12.5);
        assertThat(model.stallLimit(1)).isNaN();
        assertThat(model.longestWonAge()).isInfinite();
        assertThat(model.card().metrics()).containsEntry("holdout.auc", 0.75);
        assertThat(model.closing().newBusiness().shares()).containsEntry("ann", 1.0);
        assertThat(model.limit(AlertRule.GONE_QUIET, 1, DealType.RENEWAL)).isEqualTo(9.5);
        assertThat(model.limit(AlertRule.GONE_QUIET, 1, DealType.NEW)).isEqualTo(7.5);
        assertThat(model.limit(AlertRule.GONE_QUIET, 0, DealType.NEW)).isNaN();
        assertThat(model.usualAmount(DealType.EXPANSION)).isEqualTo(500_000);
        assertThat(model.usualAmount(DealType.RENEWAL)).isEqualTo(100_000);
        assertThat(model.uncertainty()).isEqualTo(UNCERTAINTY);
        assertThat(model.closing().norms().of(1)).isEqualTo(norms().of(1)).contains(Double.NaN);
        assertThat(model.closing().norms().levels()).containsExactly(2, 0);
        assertThat(model.closing().norms().quantiles()).isEqualTo(norms().quantiles());
    }

    @Test
    void normsOfFeaturesItDoesNotKnowArePassedOverAndOthersAreNotKnown() {
        GenericRecord document = ModelRecord.of(model(STAGES));
        GenericRecord norms = (GenericRecord) document.get("norms");
        norms.put("features", List.of("shoe size", "age"));
        norms.put("values", List.of(44.0, 20.0, 45.0, 30.0));
        double[] read = ModelRecord.model(document).closing().norms().of(1);
        assertThat(read[DealFeature.AGE.ordinal()]).isEqualTo(30);
        assertThat(Arrays.stream(read).filter(v -> !Double.isNaN(v))).hasSize(1);
        norms.put("values", List.of(1.0));
        assertThatThrownBy(() -> ModelRecord.model(document))
                .hasMessage("its norms must have 4 values, had 1");
    }

    private static Norms norms() {
        double[] values = new double[2 * DealFeature.COUNT];
        Arrays.setAll(values, i -> i % 7 == 0 ? Double.NaN : i / 4.0);
        double[] quantiles = new double[ReasonKind.values().length * Norms.QUANTILES];
        Arrays.setAll(quantiles, i -> i / Norms.QUANTILES % 2 == 0 ? i : Double.NaN);
        return new Norms(values, new int[] {2, 0}, new int[] {40, 0}, quantiles);
    }

    @Test
    void aDocumentFromBeforeUncertaintyWasLearnedHasNone() {
        GenericRecord now = ModelRecord.of(model(STAGES));
        List<Schema.Field> fields =
                now.getSchema().getFields().stream()
                        .filter(field -> !field.name().equals("uncertainty"))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        Schema schema = Schema.createRecord("Model", null, "io.pipecast.control", false, fields);
        GenericRecord before = new GenericData.Record(schema);
        fields.forEach(field -> before.put(field.name(), now.get(field.name())));
        assertThat(ModelRecord.model(before).uncertainty()).isEqualTo(Uncertainty.NONE);
        now.put("uncertainty", null);
        assertThat(ModelRecord.model(now).uncertainty()).isEqualTo(Uncertainty.NONE);
    }

    @Test
    void readsADocumentWrittenBeforeThereWereEffects() throws IOException {
        try (InputStream in = ModelFileTest.class.getResourceAsStream("hazards-only.avro")) {
            Reading reading = ModelFile.read(in.readAllBytes(), STAGES, "EUR");
            assertThat(reading.refusal()).isNull();
            assertThat(reading.model().effects()).isNull();
            assertThat(reading.model().uncertainty()).isEqualTo(Uncertainty.NONE);
            assertThat(reading.model().curve().isKnown()).isFalse();
            assertThat(reading.model().closing().alertLimits().all()).isEmpty();
            assertThat(reading.model().closing().norms().knows(0)).isFalse();
            ClosingTables closing =
                    reading.model().closing().with(UNCERTAINTY).with(CURVE).with(alertLimits());
            HazardModel now = reading.model().with(closing.with(norms()));
            HazardModel made = model(STAGES, former(1), former(2));
            assertThat(ModelFile.write(now)).isEqualTo(ModelFile.write(made));
        }
    }

    @Test
    void readsBackEffects() {
        HazardModel model = RandomEffects.on(model(STAGES), new Random(4));
        byte[] document = ModelFile.write(model);
        Reading reading = ModelFile.read(document, STAGES, "EUR");
        assertThat(reading.refusal()).isNull();
        assertThat(ModelFile.write(reading.model())).isEqualTo(document);
        DealEffects effects = reading.model().effects();
        assertThat(effects.weights()).isEqualTo(model.effects().weights());
        assertThat(effects.trees()).hasSize(2);
        assertThat(effects.records().owners()).containsKey("ann").doesNotContainKey("");
        assertThat(effects.records().company()).isEqualTo(model.effects().records().company());
        assertThat(effects.records().amounts().get("EUR")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void refusesEffectsOfFeaturesItDoesNotKnow() {
        GenericRecord record = ModelRecord.of(RandomEffects.on(model(STAGES), new Random(4)));
        ((GenericRecord) record.get("effects")).put("features", List.of("age", "shoe size"));
        assertThatThrownBy(() -> ModelRecord.model(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its features must be known, was shoe size");
    }

    @Test
    void refusesAModelOfOtherStages() {
        assertThat(refusal(DOCUMENT, stages("Talk", "Deal", "Won"), "EUR"))
                .contains(
                        "model's stages must be the configured [Talk:OPEN, Deal:OPEN, Won:WON], were [Talk:OPEN, Won:WON]");
    }

    @Test
    void refusesAModelInAnotherCurrency() {
        assertThat(refusal(DOCUMENT, STAGES, "USD"))
                .isEqualTo("model's currency must be the configured USD, was EUR");
    }

    @Test
    void refusesEveryDamagedDocument() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = DOCUMENT.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Reading reading = ModelFile.read(damaged, STAGES, "EUR");
            // a flipped bit of the header's sync marker or unread metadata is no damage to the
            // model
            if (reading.refusal() == null) {
                assertThat(ModelFile.write(reading.model())).isEqualTo(DOCUMENT);
            } else {
                assertThat(reading.model()).isNull();
                assertThat(reading.refusal()).doesNotContain("\n");
            }
        }
    }

    @Test
    void refusesEveryTruncatedDocument() {
        for (int length = 0; length < DOCUMENT.length; length += 97) {
            assertThat(refusal(Arrays.copyOf(DOCUMENT, length), STAGES, "EUR"))
                    .startsWith("model document is not readable: ");
        }
    }

    @Test
    void refusesADocumentOfAnUnknownFormat() throws IOException {
        Schema schema =
                SchemaBuilder.record("Model").fields().requiredInt("formatVersion").endRecord();
        GenericRecord record = new GenericRecordBuilder(schema).set("formatVersion", 3).build();
        assertThat(ModelRecord.refusal(record, List.of(), "EUR"))
                .isEqualTo("model document's formatVersion must be 1 or 2, was 3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer =
                new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, out);
            writer.append(record);
        }
        assertThat(refusal(out.toByteArray(), STAGES, "EUR")).contains("must hold a checksum");
    }

    private static String refusal(byte[] document, StageTable stages, String currency) {
        Reading reading = ModelFile.read(document, stages, currency);
        assertThat(reading.model()).isNull();
        return reading.refusal();
    }

    private static StageTable stages(String... names) {
        return new StageTable(
                Arrays.stream(names)
                        .map(
                                name ->
                                        new Stage(
                                                name,
                                                name.equals("Won") ? Outcome.WON : Outcome.OPEN,
                                                0.5,
                                                ForecastCategory.PIPELINE,
                                                0))
                        .toList());
    }

    private static HazardModel model(StageTable stages) {
        return model(stages, cause(stages.size(), 1), cause(stages.size(), 2));
    }

    private static HazardModel model(StageTable stages, Cause won, Cause lost) {
        int n = stages.size();
        double[] stays = new double[n];
        Arrays.fill(stays, Double.POSITIVE_INFINITY);
        HazardTables tables =
                new HazardTables(
                        n,
                        new int[4],
                        DealFactor.ACTIVITIES,
                        won,
                        lost,
                        Double.POSITIVE_INFINITY,
                        stays);
        NewBusiness business =
                new NewBusiness(
                        new double[] {0, 3.5},
                        new double[] {0, 9},
                        new double[PeriodPosition.COUNT],
                        new TreeMap<>(Map.of("ann", 1.0)));
        double[] limits = {12.5, Double.NaN};
        ModelCard card =
                new ModelCard(
                        "hazard-1", 5, 66, "ff", "EUR", Map.of("rows", 10.0, "holdout.auc", 0.75));
        return new HazardModel(
                card,
                HazardModel.namesOf(stages),
                tables,
                new ClosingTables(
                        limits, 0.9, business, UNCERTAINTY, CURVE, alertLimits(), norms()),
                1,
                77);
    }

    private static AlertLimits alertLimits() {
        return new AlertLimits(
                List.of(
                        new AlertLimits.Limit(AlertRule.GONE_QUIET, 1, AlertLimits.ALL, 7.5, 40),
                        new AlertLimits.Limit(AlertRule.GONE_QUIET, 1, 2, 9.5, 31)),
                new double[] {500_000, 600_000, Double.NaN, 100_000});
    }

    /** Hazards as they are read from a document with the bands and days off there were first. */
    private static Cause former(long seed) {
        int classes = 1 + PeriodPosition.WORKING;
        Cause made = cause(STAGES.size(), seed, TimeBandsTest.BANDS, classes);
        double[] base = new TimeBands(TimeBandsTest.FORMER).read(made.base());
        double[] calendar = Arrays.copyOfRange(made.calendar(), 1, 1 + PeriodPosition.COUNT);
        Arrays.fill(calendar, PeriodPosition.WORKING, calendar.length, made.calendar()[0]);
        return new Cause(base, calendar, made.level());
    }

    private static Cause cause(int stages, long seed) {
        return cause(stages, seed, TimeInStage.COUNT, PeriodPosition.COUNT);
    }

    private static Cause cause(int stages, long seed, int timeBands, int classes) {
        Random random = new Random(seed);
        return new Cause(
                random.doubles((long) stages * timeBands * DaysAhead.COUNT).toArray(),
                random.doubles(classes).toArray(),
                random.doubles((long) stages * DealFactor.LEVELS).toArray());
    }
}
