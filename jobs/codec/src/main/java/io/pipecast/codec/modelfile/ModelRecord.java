package io.pipecast.codec.modelfile;

import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.Lengths;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.HazardTables.Cause;
import io.pipecast.model.scoring.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A {@link HazardModel} as a record of {@code schemas/control/Model.avsc} and back. */
final class ModelRecord {
    /** Meaning of the arrays; grows when bands of days or the form of the hazards change. */
    static final int FORMAT = 1;

    /** The same with effects of the deal's state. */
    static final int WITH_EFFECTS = 2;

    private static final String RESOURCE = "/io/pipecast/schemas/control/Model.avsc";
    private static final Schema SCHEMA = schema();

    private ModelRecord() {}

    static GenericRecord of(HazardModel model) {
        ModelCard card = model.card();
        HazardTables tables = model.tables();
        GenericRecord record = new GenericData.Record(SCHEMA);
        record.put("formatVersion", model.effects() == null ? FORMAT : WITH_EFFECTS);
        record.put("modelVersion", card.version());
        record.put("trainedFrom", card.trainedFrom());
        record.put("trainedUntil", card.trainedUntil());
        record.put("effectiveFrom", model.effectiveFrom());
        record.put("fingerprint", card.fingerprint());
        record.put("currency", card.currency());
        record.put("metrics", metrics(card.metrics()));
        record.put("stages", model.stages());
        record.put("timeBands", list(TimeInStage.edges()));
        record.put("dayBands", list(DaysAhead.starts()));
        record.put("periodPositions", list(PeriodPosition.upTo()));
        record.put("tableOf", list(tables.tableOf()));
        record.put("factor", tables.factor().name());
        record.put("won", cause(tables.won()));
        record.put("lost", cause(tables.lost()));
        record.put("longestWonAge", tables.longestWonAge());
        record.put("longestWonInStage", list(tables.longestWonInStage()));
        putClosing(record, model.closing());
        if (model.effects() != null) {
            Schema effects = SCHEMA.getField("effects").schema().getTypes().get(1);
            record.put("effects", EffectsRecord.of(model.effects(), effects));
        }
        return record;
    }

    private static void putClosing(GenericRecord record, ClosingTables closing) {
        NewBusiness business = closing.newBusiness();
        record.put("stallLimits", list(closing.stallLimits()));
        record.put("amountRatio", closing.amountRatio());
        GenericRecord part = new GenericData.Record(SCHEMA.getField("newBusiness").schema());
        part.put("amountByLag", list(business.amountByLag()));
        part.put("squareByLag", list(business.squareByLag()));
        part.put("calendar", list(business.calendar()));
        part.put("owners", List.copyOf(business.shares().keySet()));
        part.put("shares", List.copyOf(business.shares().values()));
        record.put("newBusiness", part);
        record.put("uncertainty", UncertaintyRecord.of(closing.uncertainty(), SCHEMA));
        record.put("wonBy", list(closing.curve().wonBy()));
        record.put("alertLimits", AlertLimitsRecord.of(closing.alertLimits(), SCHEMA));
        record.put("usualAmounts", list(closing.alertLimits().usualAmounts()));
        record.put("norms", NormsRecord.of(closing.norms(), SCHEMA));
    }

    /** Why a record is not a model of this code and configuration, or null. */
    static String refusal(GenericRecord record, List<String> stages, String currency) {
        Object format = record.hasField("formatVersion") ? record.get("formatVersion") : "none";
        if (!List.of(FORMAT, WITH_EFFECTS).contains(format)) {
            return "model document's formatVersion must be "
                    + FORMAT
                    + " or "
                    + WITH_EFFECTS
                    + ", was "
                    + format;
        }
        List<String> trained = texts(record, "stages");
        if (!trained.equals(stages)) {
            return "model's stages must be the configured " + stages + ", were " + trained;
        }
        String trainedCurrency = record.get("currency").toString();
        if (!trainedCurrency.equals(currency)) {
            return "model's currency must be the configured "
                    + currency
                    + ", was "
                    + trainedCurrency;
        }
        if (doubles(record, "timeBands").length == 0) {
            return "model document's timeBands must hold at least one edge, held none";
        }
        boolean sameBands =
                Arrays.equals(ints(record, "dayBands"), DaysAhead.starts())
                        && Arrays.equals(ints(record, "periodPositions"), PeriodPosition.upTo());
        return sameBands
                ? null
                : "model document's bands must be those of formatVersion "
                        + FORMAT
                        + ", were others";
    }

    static HazardModel model(GenericRecord record) {
        List<String> stages = texts(record, "stages");
        ModelCard card =
                new ModelCard(
                        record.get("modelVersion").toString(),
                        (long) record.get("trainedFrom"),
                        (long) record.get("trainedUntil"),
                        record.get("fingerprint").toString(),
                        record.get("currency").toString(),
                        metrics(record));
        HazardTables tables =
                new HazardTables(
                        stages.size(),
                        ints(record, "tableOf"),
                        DealFactor.valueOf(record.get("factor").toString()),
                        cause(record, "won"),
                        cause(record, "lost"),
                        (double) record.get("longestWonAge"),
                        doubles(record, "longestWonInStage"));
        return new HazardModel(
                card,
                stages,
                tables,
                effects(record),
                closing(record),
                1,
                (long) record.get("effectiveFrom"));
    }

    private static DealEffects effects(GenericRecord record) {
        Object effects = record.hasField("effects") ? record.get("effects") : null;
        return effects == null ? null : EffectsRecord.effects((GenericRecord) effects);
    }

    private static ClosingTables closing(GenericRecord record) {
        GenericRecord part = (GenericRecord) record.get("newBusiness");
        TreeMap<String, Double> shares = new TreeMap<>();
        List<String> owners = texts(part, "owners");
        double[] values = doubles(part, "shares");
        Lengths.expect("newBusiness.shares", owners.size(), values.length);
        for (int i = 0; i < owners.size(); i++) {
            shares.put(owners.get(i), values[i]);
        }
        return new ClosingTables(
                doubles(record, "stallLimits"),
                (double) record.get("amountRatio"),
                new NewBusiness(
                        doubles(part, "amountByLag"),
                        doubles(part, "squareByLag"),
                        calendar(part),
                        shares),
                UncertaintyRecord.uncertainty(record),
                curve(record),
                AlertLimitsRecord.limits(record),
                NormsRecord.norms(record));
    }

    private static PeriodCurve curve(GenericRecord record) {
        return record.hasField("wonBy")
                ? new PeriodCurve(doubles(record, "wonBy"))
                : PeriodCurve.NONE;
    }

    private static GenericRecord cause(Cause cause) {
        GenericRecord record = new GenericData.Record(SCHEMA.getField("won").schema());
        record.put("base", list(cause.base()));
        record.put("calendar", list(cause.calendar()));
        record.put("level", list(cause.level()));
        return record;
    }

    private static Cause cause(GenericRecord record, String name) {
        GenericRecord part = (GenericRecord) record.get(name);
        double[] base = new TimeBands(doubles(record, "timeBands")).read(doubles(part, "base"));
        return new Cause(base, calendar(part), doubles(part, "level"));
    }

    /** Multipliers by class of day; documents had one class of all days off, the first, before. */
    private static double[] calendar(GenericRecord part) {
        double[] stated = doubles(part, "calendar");
        if (stated.length != 1 + PeriodPosition.WORKING) {
            return stated;
        }
        double[] calendar = Arrays.copyOfRange(stated, 1, 1 + PeriodPosition.COUNT);
        Arrays.fill(calendar, PeriodPosition.WORKING, PeriodPosition.COUNT, stated[0]);
        return calendar;
    }

    private static List<GenericRecord> metrics(Map<String, Double> metrics) {
        Schema element = SCHEMA.getField("metrics").schema().getElementType();
        List<GenericRecord> records = new ArrayList<>();
        new TreeMap<>(metrics)
                .forEach(
                        (name, value) -> {
                            GenericRecord record = new GenericData.Record(element);
                            record.put("name", name);
                            record.put("value", value);
                            records.add(record);
                        });
        return records;
    }

    private static Map<String, Double> metrics(GenericRecord record) {
        Map<String, Double> metrics = new TreeMap<>();
        for (Object item : (List<?>) record.get("metrics")) {
            GenericRecord metric = (GenericRecord) item;
            metrics.put(metric.get("name").toString(), (Double) metric.get("value"));
        }
        return metrics;
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static double[] doubles(GenericRecord record, String name) {
        return ((List<?>) record.get(name)).stream().mapToDouble(v -> (Double) v).toArray();
    }

    static int[] ints(GenericRecord record, String name) {
        return ((List<?>) record.get(name)).stream().mapToInt(v -> (Integer) v).toArray();
    }

    static List<String> texts(GenericRecord record, String name) {
        return ((List<?>) record.get(name)).stream().map(Object::toString).toList();
    }

    private static Schema schema() {
        try (InputStream in = ModelRecord.class.getResourceAsStream(RESOURCE)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read schema " + RESOURCE, e);
        }
    }
}
