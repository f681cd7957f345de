package io.pipecast.training.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Which territory every deal of a replay ended up in. */
public final class DealTeams {
    private static final JsonFactory JSON = new JsonFactory();

    private DealTeams() {}

    /**
     * Reads the last rows of a replay's deals.
     *
     * @return territory by opportunity id
     * @throws IOException when the file cannot be read or is no such file
     */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> teams = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, teams);
            }
        }
        return teams;
    }

    private static void take(String line, Map<String, String> teams) throws IOException {
        String id = null;
        String territory = null;
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "opportunityId" -> id = json.getText();
                    case "territory" -> territory = json.getText();
                    default -> json.skipChildren();
                }
            }
        }
        if (territory != null && !territory.equals(Snapshots.NO_TERRITORY)) {
            teams.put(id, territory);
        }
    }
}
