package io.pipecast.training.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.training.backtest.ScopePeriod.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of nodes and periods of a replay, one JSON object a line. */
@SuppressWarnings("EnumOrdinal") // values by quantity
public final class PeriodReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Integer> QUANTITIES = quantities();

    private final Map<String, String> texts = new HashMap<>();
    private final Periods into;
    private long[] values = new long[QUANTITIES.size()];
    private final List<String> notInSource = new ArrayList<>();

    private PeriodReader(Periods into) {
        this.into = into;
    }

    private static Map<String, Integer> quantities() {
        Map<String, Integer> byKey = new HashMap<>();
        for (Quantity quantity : Quantity.values()) {
            byKey.put(quantity.key, quantity.ordinal());
        }
        return byKey;
    }

    /**
     * Adds a file to the periods.
     *
     * @throws IOException when the file cannot be read or is no such file
     */
    public static void read(Path file, Periods into) throws IOException {
        PeriodReader reader = new PeriodReader(into);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.take(line);
            }
        }
        into.notInSource(reader.notInSource);
    }

    private void take(String line) throws IOException {
        values = new long[QUANTITIES.size()];
        Arrays.fill(values, Quantity.MISSING);
        notInSource.clear();
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                switch (name) {
                    case "values" -> values(json);
                    case "notInSource" -> list(json);
                    default -> fields.put(name, shared(json.getText()));
                }
            }
        }
        Scope scope =
                new Scope(
                        Tree.valueOf(fields.get("tree")),
                        fields.get("node"),
                        fields.get("nodeName"),
                        Integer.parseInt(fields.get("level")));
        into.add(
                Instant.parse(fields.get("asOf")).toEpochMilli(),
                scope,
                fields.get("period"),
                day(fields.get("periodStart")),
                day(fields.get("periodEnd")),
                values,
                values[Quantity.CLOSED.ordinal()]);
    }

    private void values(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            boolean whole = json.nextToken() == JsonToken.VALUE_NUMBER_INT;
            Integer quantity = QUANTITIES.get(name);
            if (whole && quantity != null) {
                values[quantity] = json.getLongValue();
            }
        }
    }

    private void list(JsonParser json) throws IOException {
        for (String text = json.nextTextValue(); text != null; text = json.nextTextValue()) {
            notInSource.add(shared(text));
        }
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, t -> t);
    }
}
