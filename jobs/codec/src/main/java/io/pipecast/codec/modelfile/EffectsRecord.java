package io.pipecast.codec.modelfile;

import io.pipecast.model.features.Columns;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Records;
import io.pipecast.model.features.Records.Person;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** {@link DealEffects} as a record of {@code schemas/control/Model.avsc} and back. */
@SuppressWarnings("EnumOrdinal") // features are written with their names
final class EffectsRecord {
    private static final DealFeature[] FEATURES = DealFeature.values();

    private EffectsRecord() {}

    static GenericRecord of(DealEffects effects, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("features", Arrays.stream(FEATURES).map(f -> f.label).toList());
        record.put("firstBand", ModelRecord.list(effects.spans().first()));
        record.put("learnedTo", ModelRecord.list(effects.spans().learnedTo()));
        putColumns(record, effects.columns());
        record.put("weights", ModelRecord.list(effects.weights()));
        record.put("hazardWeights", ModelRecord.list(effects.hazardWeights()));
        record.put("intercepts", ModelRecord.list(effects.intercepts()));
        Schema trees = schema.getField("trees").schema().getElementType();
        record.put("trees", Arrays.stream(effects.trees()).map(t -> of(t, trees)).toList());
        record.put("mixture", ModelRecord.list(effects.mixture()));
        putRecords(record, effects.records(), schema);
        return record;
    }

    private static void putColumns(GenericRecord record, Columns columns) {
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        record.put("columnKind", all.stream().map(i -> columns.kind(i).name()).toList());
        record.put("columnFeature", all.stream().map(i -> columns.feature(i).ordinal()).toList());
        record.put("columnStage", all.stream().map(columns::stage).toList());
        record.put("columnBound", all.stream().map(columns::bound).toList());
    }

    private static GenericRecord of(Trees trees, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        int[] feature = new int[trees.feature().length];
        Arrays.setAll(feature, i -> trees.feature()[i]);
        record.put("intercept", trees.intercept());
        record.put("roots", ModelRecord.list(trees.roots()));
        record.put("feature", ModelRecord.list(feature));
        record.put("threshold", ModelRecord.list(trees.threshold()));
        record.put("child", ModelRecord.list(trees.child()));
        return record;
    }

    private static void putRecords(GenericRecord record, Records records, Schema schema) {
        Schema user = schema.getField("users").schema().getElementType();
        List<GenericRecord> users = new ArrayList<>();
        records.owners().forEach((id, person) -> users.add(of(id, true, person, user)));
        records.actors().forEach((id, person) -> users.add(of(id, false, person, user)));
        users.add(of("", true, records.company(), user));
        record.put("users", users);
        Schema amount = schema.getField("amounts").schema().getElementType();
        List<GenericRecord> amounts = new ArrayList<>();
        records.amounts()
                .forEach(
                        (currency, logarithms) -> {
                            GenericRecord one = new GenericData.Record(amount);
                            one.put("currency", currency);
                            one.put("logarithms", ModelRecord.list(logarithms));
                            amounts.add(one);
                        });
        record.put("amounts", amounts);
        record.put("activityTypes", records.types());
    }

    private static GenericRecord of(String id, boolean owner, Person person, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("user", id);
        record.put("owner", owner);
        record.put("won", person.won());
        record.put("lost", person.lost());
        record.put("amount", person.amount());
        record.put("size", person.size());
        return record;
    }

    /**
     * The effects of a record.
     *
     * @throws IllegalArgumentException naming what this code does not know or what does not fit
     */
    static DealEffects effects(GenericRecord record) {
        DealFeature[] features = features(record);
        return new DealEffects(
                records(record),
                columns(record, features),
                new DealEffects.Spans(
                        ModelRecord.ints(record, "firstBand"),
                        ModelRecord.ints(record, "learnedTo")),
                ModelRecord.doubles(record, "weights"),
                ModelRecord.doubles(record, "hazardWeights"),
                ModelRecord.doubles(record, "intercepts"),
                ((List<?>) record.get("trees"))
                        .stream()
                                .map(t -> trees((GenericRecord) t, features))
                                .toArray(Trees[]::new),
                ModelRecord.doubles(record, "mixture"));
    }

    private static DealFeature[] features(GenericRecord record) {
        List<String> names = ModelRecord.texts(record, "features");
        DealFeature[] features = new DealFeature[names.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = DealFeature.of(names.get(i));
            if (features[i] == null) {
                throw new IllegalArgumentException(
                        "its features must be known, was " + names.get(i));
            }
        }
        return features;
    }

    private static Columns columns(GenericRecord record, DealFeature[] features) {
        return new Columns(
                ModelRecord.texts(record, "columnKind").stream()
                        .map(Columns.Kind::valueOf)
                        .toArray(Columns.Kind[]::new),
                Arrays.stream(ModelRecord.ints(record, "columnFeature"))
                        .mapToObj(i -> at(features, i))
                        .toArray(DealFeature[]::new),
                ModelRecord.ints(record, "columnStage"),
                ModelRecord.doubles(record, "columnBound"));
    }

    private static Trees trees(GenericRecord record, DealFeature[] features) {
        int[] indexes = ModelRecord.ints(record, "feature");
        short[] feature = new short[indexes.length];
        for (int i = 0; i < feature.length; i++) {
            feature[i] = (short) (indexes[i] < 0 ? -1 : at(features, indexes[i]).ordinal());
        }
        return new Trees(
                (double) record.get("intercept"),
                ModelRecord.ints(record, "roots"),
                feature,
                ModelRecord.doubles(record, "threshold"),
                ModelRecord.ints(record, "child"));
    }

    private static DealFeature at(DealFeature[] features, int i) {
        if (i < 0 || i >= features.length) {
            throw new IllegalArgumentException(
                    "a feature's index must be below " + features.length + ", was " + i);
        }
        return features[i];
    }

    private static Records records(GenericRecord record) {
        TreeMap<String, Person> owners = new TreeMap<>();
        TreeMap<String, Person> actors = new TreeMap<>();
        for (Object item : (List<?>) record.get("users")) {
            GenericRecord user = (GenericRecord) item;
            Map<String, Person> role = (boolean) user.get("owner") ? owners : actors;
            role.put(
                    user.get("user").toString(),
                    new Person(
                            (double) user.get("won"),
                            (double) user.get("lost"),
                            (double) user.get("amount"),
                            (double) user.get("size")));
        }
        Person company = owners.remove("");
        TreeMap<String, double[]> amounts = new TreeMap<>();
        for (Object item : (List<?>) record.get("amounts")) {
            GenericRecord amount = (GenericRecord) item;
            amounts.put(
                    amount.get("currency").toString(), ModelRecord.doubles(amount, "logarithms"));
        }
        return new Records(
                owners,
                actors,
                amounts,
                company == null ? Person.UNKNOWN : company,
                record.hasField("activityTypes")
                        ? ModelRecord.texts(record, "activityTypes")
                        : List.of());
    }
}
