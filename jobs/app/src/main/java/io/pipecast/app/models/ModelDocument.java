package io.pipecast.app.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * A model document as anybody may read it: by the schema it carries, whatever stages it was learned
 * on.
 */
public final class ModelDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelDocument() {}

    /** All of a document, or null when it is not readable. */
    public static ObjectNode json(byte[] document) {
        try (DataFileReader<GenericRecord> reader =
                new DataFileReader<>(
                        new SeekableByteArrayInput(document), new GenericDatumReader<>())) {
            if (!reader.hasNext()) {
                return null;
            }
            JsonNode node = JSON.readTree(GenericData.get().toString(reader.next()));
            return node instanceof ObjectNode object ? object : null;
        } catch (IOException | AvroRuntimeException e) {
            return null;
        }
    }

    /** The figures of its training by name; empty where it has none. */
    public static Map<String, Double> metrics(ObjectNode document) {
        Map<String, Double> metrics = new TreeMap<>();
        for (JsonNode metric : document.path("metrics")) {
            metrics.put(metric.path("name").asText(), metric.path("value").asDouble());
        }
        return metrics;
    }
}
