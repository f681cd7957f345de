package io.pipecast.app.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.output.ModelStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Publications as text for people and as JSON for programs. */
public final class ModelTable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter JSON = MAPPER.writerWithDefaultPrettyPrinter();
    private static final String LINE = "%-4s %-22s %-13s %-20s %-14s %-20s %-23s %s%n";

    private final ModelLog log;

    public ModelTable(ModelLog log) {
        this.log = log;
    }

    /** One line a publication, oldest first. */
    public String text() {
        if (log.published().isEmpty()) {
            return "no model has been published\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(
                line(
                        "seq",
                        "version",
                        "state",
                        "published",
                        "by",
                        "from",
                        "trained on",
                        "figures"));
        for (ModelPublished model : log.published()) {
            ObjectNode document = ModelDocument.json(model.document());
            text.append(
                    line(
                            model.sequence(),
                            model.modelVersion(),
                            state(model),
                            second(model.publishedAt()),
                            model.actor(),
                            second(model.effectiveFrom()),
                            window(document),
                            remarks(model, document)));
        }
        return text.toString();
    }

    private static String line(Object... columns) {
        return String.format(Locale.ROOT, LINE, columns);
    }

    /** One publication in a few lines. */
    public String text(ModelPublished model) {
        ObjectNode document = ModelDocument.json(model.document());
        StringBuilder text = new StringBuilder();
        field(text, "version", model.modelVersion());
        field(text, "sequence", model.sequence() + restored(model));
        field(text, "state", state(model));
        ModelStatus status = log.status(model.sequence());
        if (status != null && status.reason() != null) {
            field(text, "reason", status.reason());
        }
        field(text, "published", second(model.publishedAt()) + " by " + model.actor());
        field(text, "used from", second(model.effectiveFrom()));
        field(text, "trained on", window(document));
        field(text, "document", model.document().length + " bytes");
        if (document != null) {
            field(text, "facts", document.path("fingerprint").asText("unknown"));
            ModelDocument.metrics(document).forEach((name, value) -> field(text, name, value));
        }
        return text.toString();
    }

    private static void field(StringBuilder text, String name, Object value) {
        text.append(String.format(Locale.ROOT, "%-22s %s%n", name, value));
    }

    /** All publications, oldest first, without their documents. */
    public String json() {
        ArrayNode all = MAPPER.createArrayNode();
        log.published().forEach(model -> all.add(node(model)));
        return pretty(all);
    }

    /** One publication with its whole document. */
    public String json(ModelPublished model) {
        ObjectNode node = node(model);
        node.set("document", ModelDocument.json(model.document()));
        return pretty(node);
    }

    private static String pretty(Object node) {
        try {
            return JSON.writeValueAsString(node) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes is JSON", e);
        }
    }

    private ObjectNode node(ModelPublished model) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("sequence", model.sequence());
        node.put("modelVersion", model.modelVersion());
        node.put("role", model.role().name());
        ModelStatus status = log.status(model.sequence());
        node.put("state", status == null ? null : status.state().name());
        node.put("reason", status == null ? null : status.reason());
        node.put("publishedAt", model.publishedAt());
        node.put("actor", model.actor());
        node.put("effectiveFrom", model.effectiveFrom());
        node.put("restores", model.restores() == ModelPublished.NONE ? null : model.restores());
        ObjectNode document = ModelDocument.json(model.document());
        node.set("trainedFrom", document == null ? null : document.get("trainedFrom"));
        node.set("trainedUntil", document == null ? null : document.get("trainedUntil"));
        ObjectNode metrics = node.putObject("metrics");
        if (document != null) {
            ModelDocument.metrics(document).forEach(metrics::put);
        }
        return node;
    }

    private String state(ModelPublished model) {
        ModelStatus status = log.status(model.sequence());
        return status == null
                ? "no answer"
                : status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String restored(ModelPublished model) {
        return model.restores() == ModelPublished.NONE ? "" : ", restores " + model.restores();
    }

    private String remarks(ModelPublished model, ObjectNode document) {
        ModelStatus status = log.status(model.sequence());
        if (status != null && status.reason() != null) {
            return status.reason();
        }
        StringBuilder text = new StringBuilder();
        if (document != null) {
            for (Map.Entry<String, Double> metric : ModelDocument.metrics(document).entrySet()) {
                if (metric.getKey().startsWith("holdout.") || metric.getKey().equals("rows")) {
                    text.append(metric.getKey())
                            .append('=')
                            .append(figure(metric.getValue()))
                            .append(' ');
                }
            }
        }
        return text.append(restored(model).replace(", ", "")).toString().strip();
    }

    private static String figure(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String window(ObjectNode document) {
        if (document == null || !document.has("trainedUntil")) {
            return "—";
        }
        return day(document.path("trainedFrom").asLong())
                + ".."
                + day(document.path("trainedUntil").asLong());
    }

    private static String day(long millis) {
        return Instant.ofEpochMilli(millis).toString().substring(0, 10);
    }

    private static String second(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
