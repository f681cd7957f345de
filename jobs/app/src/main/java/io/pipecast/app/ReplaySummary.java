package io.pipecast.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/** {@code summary.json}: what a replay took in and gave out; the same for the same input. */
final class ReplaySummary {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode summary = JSON.createObjectNode();
    private final Path out;

    /** The summary of what a replay took in and gave out. */
    ReplaySummary(Path out, JobExecutionResult result, PipelineSettings settings)
            throws IOException {
        this.out = out;
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
    }

    /** Adds how good the alerts of a policy were. */
    void alerts(String name, AlertVerdict verdict) {
        ObjectNode all = summary.withObject("/alertQuality");
        ObjectNode node = all.putObject(name);
        node.put("from", Instant.ofEpochMilli(verdict.from()).toString());
        node.put("to", Instant.ofEpochMilli(verdict.to()).toString());
        node.put("badEvents", verdict.badEvents()).put("badAmount", verdict.badAmount());
        ArrayNode rules = node.putArray("delivered");
        verdict.rules().forEach(score -> score(rules.addObject(), score));
        score(node.putObject("flat14"), verdict.flat());
        score(node.putObject("cutToAsMany"), verdict.equal());
        score(node.putObject("deliveredOrDigest"), verdict.raised());
        number(node, "amountRatio", verdict.amountRatio());
    }

    private static void score(ObjectNode into, AlertScore score) {
        into.put("rule", score.name()).put("alerts", score.alerts());
        number(into, "bad", score.bad());
        number(into, "base", score.base());
        number(into, "oddsRatio", score.oddsRatio());
        into.put("caught", score.caught()).put("caughtAmount", score.caughtAmount());
        number(into, "recall", score.recall());
        number(into, "recallAmount", score.recallAmount());
        number(into, "leadDays", score.leadDays());
        number(into, "acknowledged", score.acknowledged());
        number(into, "notUseful", score.notUseful());
        number(into, "perManagerWeek", score.perManagerWeek());
    }

    /** Four decimals; null for what is none. */
    private static void number(ObjectNode into, String name, double value) {
        if (Double.isFinite(value)) {
            into.put(name, Math.round(value * 10_000) / 10_000.0);
        } else {
            into.putNull(name);
        }
    }

    /** Writes the file; returns its text. */
    String write() throws IOException {
        Path file = out.resolve("summary.json");
        JSON.writeValue(file.toFile(), summary);
        return Files.readString(file);
    }

    private static void count(ObjectNode into, Path file, String field) throws IOException {
        LineCounts.byValue(file, field).forEach(into::put);
    }
}
