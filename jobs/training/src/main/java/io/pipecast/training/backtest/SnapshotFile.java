package io.pipecast.training.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the snapshots of a replay: one JSON object a line. */
public final class SnapshotFile {
    private static final JsonFactory JSON = new JsonFactory();

    private SnapshotFile() {}

    /**
     * A deal as it was seen at an instant.
     *
     * @param asOf epoch milliseconds
     * @param probability of the field asked for, or NaN without one
     */
    public record Snapshot(long asOf, String opportunityId, String stage, double probability) {}

    /**
     * Reads a file.
     *
     * @param field a probability's name, such as within14d
     * @throws IOException when the file cannot be read or a line is no snapshot; the message names
     *     it
     */
    public static List<Snapshot> read(Path file, String field) throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                try {
                    snapshots.add(snapshot(line, field));
                } catch (IOException | DateTimeParseException | NullPointerException e) {
                    throw new IOException(
                            "line " + (snapshots.size() + 1) + " of " + file + " is no snapshot",
                            e);
                }
            }
        }
        return snapshots;
    }

    private static Snapshot snapshot(String line, String field) throws IOException {
        String asOf = null;
        String id = null;
        String stage = null;
        double probability = Double.NaN;
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "asOf" -> asOf = json.getText();
                    case "opportunityId" -> id = json.getText();
                    case "stage" -> stage = json.getText();
                    case "probabilities" -> probability = probability(json, field);
                    default -> json.skipChildren();
                }
            }
        }
        return new Snapshot(Instant.parse(asOf).toEpochMilli(), id, stage, probability);
    }

    private static double probability(JsonParser json, String field) throws IOException {
        double found = Double.NaN;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            boolean number = json.nextToken() != JsonToken.VALUE_NULL;
            found = name.equals(field) && number ? json.getDoubleValue() : found;
        }
        return found;
    }
}
