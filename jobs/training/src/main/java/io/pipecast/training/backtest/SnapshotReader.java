package io.pipecast.training.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.training.backtest.Snapshots.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the snapshots of a replay, one JSON object a line. */
public final class SnapshotReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, Integer> HORIZONS = horizons();

    private final StageTable stages;
    private final Map<String, String> texts = new HashMap<>();
    private final int[] micros = new int[Horizon.COUNT];
    private String lastText = "";
    private long lastAsOf;

    private long asOf;
    private String id;
    private String stage;
    private DealType dealType;
    private String territory;
    private ForecastCategory category;
    private long closeDay;
    private long amount;
    private double daysInStage;
    private double stageProbability;

    private SnapshotReader(StageTable stages) {
        this.stages = stages;
    }

    private static Map<String, Integer> horizons() {
        Map<String, Integer> byKey = new HashMap<>();
        for (int i = 0; i < Horizon.COUNT; i++) {
            byKey.put(Horizon.values()[i].key, i);
        }
        return byKey;
    }

    /**
     * Takes snapshots in: what each says, and its chances in millionths by horizon, −1 for none.
     */
    public interface Taker {
        void take(Snapshot row, int[] micros);
    }

    /**
     * Gives the snapshots of a file away, one by one; the chances are valid until the next one.
     *
     * @throws IOException when the file cannot be read or a line is no snapshot; the message names
     *     it
     */
    public static void read(Path file, StageTable stages, Taker into) throws IOException {
        SnapshotReader reader = new SnapshotReader(stages);
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    reader.take(line, into);
                } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
                    throw new IOException("line " + number + " of " + file + " is no snapshot", e);
                }
            }
        }
    }

    private void take(String line, Taker into) throws IOException {
        reset();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                field(name, json);
            }
        }
        if (asOf == Snapshots.MISSING || id == null) {
            throw new IllegalArgumentException("a snapshot must have asOf and opportunityId");
        }
        into.take(
                new Snapshot(
                        asOf,
                        id,
                        stage == null ? -1 : stages.indexOf(stage),
                        daysInStage,
                        dealType,
                        territory,
                        category,
                        closeDay,
                        amount,
                        stageProbability),
                micros);
    }

    private void reset() {
        asOf = Snapshots.MISSING;
        id = null;
        stage = null;
        dealType = null;
        territory = null;
        category = null;
        closeDay = Snapshots.MISSING;
        amount = Snapshots.MISSING;
        daysInStage = Double.NaN;
        stageProbability = 0;
        Arrays.fill(micros, -1);
    }

    private void field(String name, JsonParser json) throws IOException {
        switch (name) {
            case "asOf" -> asOf = instant(json.getText());
            case "opportunityId" -> id = shared(json);
            case "stage" -> stage = shared(json);
            case "dealType" -> dealType = DealType.valueOf(json.getText());
            case "territory" -> territory = shared(json);
            case "category" -> category = ForecastCategory.valueOf(json.getText());
            case "closeDate" -> closeDay = LocalDate.parse(json.getText()).toEpochDay();
            case "corporateAmount" -> amount = json.getLongValue();
            case "daysInStage" -> daysInStage = json.getDoubleValue();
            case "stageProbability" -> stageProbability = json.getDoubleValue();
            case "probabilities" -> probabilities(json);
            default -> json.skipChildren();
        }
    }

    private void probabilities(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            boolean number = json.nextToken() != JsonToken.VALUE_NULL;
            Integer horizon = HORIZONS.get(name);
            if (number && horizon != null) {
                micros[horizon] = (int) Math.round(json.getDoubleValue() * 1e6);
            }
        }
    }

    private long instant(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastAsOf = Instant.parse(text).toEpochMilli();
        }
        return lastAsOf;
    }

    /** One object for equal texts: there are few of them and many rows. */
    private String shared(JsonParser json) throws IOException {
        return texts.computeIfAbsent(json.getText(), text -> text);
    }
}
