package io.pipecast.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                output.put(name, LineCounts.lines(file));
            }
        }
        count(summary.putObject("rejectedByReason"), out.resolve("rejected.jsonl"), "reason");
        count(summary.putObject("dealsByOutcome"), out.resolve("deal-forecasts.jsonl"), "outcome");
        count(summary.putObject("alertStatements"), out.resolve("alerts.jsonl"), "status");
        JSON.writeValue(out.resolve("summary.json").toFile(), summary);
    }

    private static void count(ObjectNode into, Path file, String field) throws IOException {
        LineCounts.byValue(file, field).forEach(into::put);
    }
}
