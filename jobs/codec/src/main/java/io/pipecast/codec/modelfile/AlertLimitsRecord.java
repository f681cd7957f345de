package io.pipecast.codec.modelfile;

import io.pipecast.domain.alert.AlertRule;
import io.pipecast.model.closing.AlertLimits;
import io.pipecast.model.closing.AlertLimits.Limit;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Limits of alerts in the model document; documents from before they were learned have none. */
final class AlertLimitsRecord {
    private AlertLimitsRecord() {}

    static List<GenericRecord> of(AlertLimits limits, Schema document) {
        Schema element = document.getField("alertLimits").schema().getElementType();
        List<GenericRecord> records = new ArrayList<>();
        for (Limit limit : limits.all()) {
            GenericRecord record = new GenericData.Record(element);
            record.put("rule", limit.rule().key);
            record.put("stage", limit.stage());
            record.put("segment", limit.segment());
            record.put("limit", limit.limit());
            record.put("deals", limit.deals());
            records.add(record);
        }
        return records;
    }

    /** Limits of rules this code does not know are passed over. */
    static AlertLimits limits(GenericRecord document) {
        if (!document.hasField("alertLimits")) {
            return AlertLimits.NONE;
        }
        List<Limit> limits = new ArrayList<>();
        for (Object item : (List<?>) document.get("alertLimits")) {
            GenericRecord record = (GenericRecord) item;
            AlertRule rule = AlertRule.ofKey(record.get("rule").toString());
            if (rule != null) {
                limits.add(
                        new Limit(
                                rule,
                                (int) record.get("stage"),
                                (int) record.get("segment"),
                                (double) record.get("limit"),
                                (int) record.get("deals")));
            }
        }
        return new AlertLimits(limits, ModelRecord.doubles(document, "usualAmounts"));
    }
}
