package io.pipecast.codec.modelfile;

import io.pipecast.model.closing.Uncertainty;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** {@link Uncertainty} as a part of {@code schemas/control/Model.avsc} and back. */
final class UncertaintyRecord {
    private static final String FIELD = "uncertainty";

    private UncertaintyRecord() {}

    /** The part for a model of a schema. */
    static GenericRecord of(Uncertainty uncertainty, Schema model) {
        Schema schema = model.getField(FIELD).schema().getTypes().get(1);
        GenericRecord record = new GenericData.Record(schema);
        record.put("level", uncertainty.level());
        record.put("spread", uncertainty.spread());
        record.put("freedom", uncertainty.freedom());
        record.put("amountVariation", uncertainty.amountVariation());
        record.put("newDispersion", uncertainty.newDispersion());
        return record;
    }

    /**
     * What a model's record says of it; none where the document is from before it was learned.
     *
     * @throws IllegalArgumentException when a number is out of its range
     */
    static Uncertainty uncertainty(GenericRecord model) {
        Object part = model.hasField(FIELD) ? model.get(FIELD) : null;
        if (part == null) {
            return Uncertainty.NONE;
        }
        GenericRecord record = (GenericRecord) part;
        return new Uncertainty(
                (double) record.get("level"),
                (double) record.get("spread"),
                (int) record.get("freedom"),
                (double) record.get("amountVariation"),
                (double) record.get("newDispersion"));
    }
}
