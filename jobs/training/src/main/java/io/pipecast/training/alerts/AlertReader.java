package io.pipecast.training.alerts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pipecast.domain.alert.quality.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code alerts.jsonl} of a replay: what became known of each alert in the end. */
public final class AlertReader {
    private static final JsonFactory JSON = new JsonFactory();

    private AlertReader() {}

    /**
     * The deal alerts of a file, in the order of their ids.
     *
     * @throws IOException when the file cannot be read or a line is no alert; the message names it
     */
    public static List<Told> read(Path file) throws IOException {
        Map<String, Told> last = new TreeMap<>();
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Map<String, String> row = fields(line);
                if (row.containsKey("subject")) {
                    continue; // a team or a feed is no deal that is won or lost
                }
                try {
                    last.put(row.get("alertId"), told(row));
                } catch (DateTimeParseException | NullPointerException e) {
                    throw new IOException("line " + number + " of " + file + " is no alert", e);
                }
            }
        }
        return new ArrayList<>(last.values());
    }

    private static Map<String, String> fields(String line) throws IOException {
        Map<String, String> row = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                row.put(name, json.getText());
                json.skipChildren();
            }
        }
        return row;
    }

    private static Told told(Map<String, String> row) {
        boolean delivered = row.containsKey("deliveredAt");
        String resolved = row.get("resolvedAt");
        String rank = row.get("rank");
        return new Told(
                row.get("opportunityId"),
                row.get("rule"),
                instant(row.get(delivered ? "deliveredAt" : "raisedAt")),
                resolved == null ? Long.MAX_VALUE : instant(resolved),
                String.valueOf(row.get("manager")),
                rank == null ? 0 : Double.parseDouble(rank),
                delivered,
                row.containsKey("acknowledgedAt"),
                "true".equals(row.get("notUseful")));
    }

    private static long instant(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
