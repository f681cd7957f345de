package io.pipecast.codec.modelfile;

import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Lengths;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.ReasonKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** What is usual among won deals in the model document; older documents do not say. */
@SuppressWarnings("EnumOrdinal") // features are written with their names
final class NormsRecord {
    private static final ReasonKind[] KINDS = ReasonKind.values();

    private NormsRecord() {}

    static GenericRecord of(Norms norms, Schema document) {
        if (norms.rows().length == 0) {
            return null;
        }
        Schema schema = document.getField("norms").schema().getTypes().get(1);
        GenericRecord record = new GenericData.Record(schema);
        record.put("features", Arrays.stream(DealFeature.values()).map(f -> f.label).toList());
        record.put("values", ModelRecord.list(norms.values()));
        record.put("levels", ModelRecord.list(norms.levels()));
        record.put("rows", ModelRecord.list(norms.rows()));
        putQuantiles(record, norms.quantiles());
        return record;
    }

    private static void putQuantiles(GenericRecord record, double[] quantiles) {
        List<String> watched = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (ReasonKind kind : KINDS) {
            int from = kind.ordinal() * Norms.QUANTILES;
            if (quantiles.length > 0 && !Double.isNaN(quantiles[from])) {
                watched.add(kind.key);
                double[] own = Arrays.copyOfRange(quantiles, from, from + Norms.QUANTILES);
                values.addAll(ModelRecord.list(own));
            }
        }
        record.put("watched", watched);
        record.put("quantiles", values);
    }

    private static double[] quantiles(GenericRecord record) {
        if (!record.hasField("quantiles")) {
            return new double[0];
        }
        List<String> watched = ModelRecord.texts(record, "watched");
        double[] written = ModelRecord.doubles(record, "quantiles");
        if (written.length != watched.size() * Norms.QUANTILES) {
            throw new IllegalArgumentException(
                    "its norms must have "
                            + watched.size() * Norms.QUANTILES
                            + " quantiles, had "
                            + written.length);
        }
        double[] quantiles = new double[watched.isEmpty() ? 0 : KINDS.length * Norms.QUANTILES];
        Arrays.fill(quantiles, Double.NaN);
        for (ReasonKind kind : KINDS) {
            int at = watched.indexOf(kind.key);
            if (at >= 0) {
                int to = kind.ordinal() * Norms.QUANTILES;
                System.arraycopy(written, at * Norms.QUANTILES, quantiles, to, Norms.QUANTILES);
            }
        }
        return quantiles;
    }

    /** Features this code does not know are passed over; those it has beyond are not known. */
    static Norms norms(GenericRecord document) {
        Object norms = document.hasField("norms") ? document.get("norms") : null;
        if (norms == null) {
            return Norms.NONE;
        }
        GenericRecord record = (GenericRecord) norms;
        int[] rows = ModelRecord.ints(record, "rows");
        List<String> names = ModelRecord.texts(record, "features");
        double[] written = ModelRecord.doubles(record, "values");
        Lengths.expect("its norms", rows.length * names.size(), written.length);
        double[] values = new double[rows.length * DealFeature.COUNT];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < written.length; i++) {
            DealFeature feature = DealFeature.of(names.get(i % names.size()));
            if (feature != null) {
                values[i / names.size() * DealFeature.COUNT + feature.ordinal()] = written[i];
            }
        }
        return new Norms(values, ModelRecord.ints(record, "levels"), rows, quantiles(record));
    }
}
