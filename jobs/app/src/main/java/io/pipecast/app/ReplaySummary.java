package io.pipecast.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/** {@code summary.json}: what a replay took in and gave out; the same for the same input. */
final class ReplaySummary {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReplaySummary() {}

    static void write(Path out, JobExecutionResult result, PipelineSettings settings)
            throws IOException {
        ObjectNode summary = JSON.createObjectNode();
        summary.put("company", settings.company());
        summary.put("currency", settings.currency());
        ObjectNode input = summary.putObject("input");
        new TreeMap<>(result.getAllAccumulatorResults())
                .forEach((name, value) -> input.put(name, ((Number) value).longValue()));
        ObjectNode output = summary.putObject("output");
        for (String name :
                new String[] {
                    "deal-forecasts", "pipeline-forecasts", "alerts", "rejected", "snapshots"
                }) {
            Path file = out.resolve(name + ".jsonl");
            if (Files.exists(file)) {
                output.put(name, lines(file));
            }
        }
        count(summary.putObject("rejectedByReason"), out.resolve("rejected.jsonl"), "reason");
        count(summary.putObject("dealsByOutcome"), out.resolve("deal-forecasts.jsonl"), "outcome");
        count(summary.putObject("alertStatements"), out.resolve("alerts.jsonl"), "status");
        JSON.writeValue(out.resolve("summary.json").toFile(), summary);
    }

    private static long lines(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return reader.lines().count();
        }
    }

    private static void count(ObjectNode into, Path file, String field) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                counts.merge(value(line, field), 1L, Long::sum);
            }
        }
        counts.forEach(into::put);
    }

    /** Value of a text field of a line we wrote ourselves, without reading the rest of it. */
    private static String value(String line, String field) {
        String mark = "\"" + field + "\":\"";
        int at = line.indexOf(mark);
        int end = at < 0 ? -1 : line.indexOf('"', at + mark.length());
        return end < 0 ? "none" : line.substring(at + mark.length(), end);
    }
}
