package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One board in the making; panels flow from left to right, a row below another. */
final class Board {
    static final String TAG = "pipecast";
    private static final int COLUMNS = 24;
    private static final String ACTIVE = MetricName.MODEL_ACTIVE.key;

    final String uid;
    private final String title;
    private final String description;
    private final List<Object> variables = new ArrayList<>();
    private final List<Object> panels = new ArrayList<>();
    private int x;
    private int y;
    private int rowHeight;

    Board(String uid, String title, String description) {
        this.uid = uid;
        this.title = title;
        this.description = description;
        variables.add(
                Json.of(
                        "name",
                        "datasource",
                        "label",
                        "Data Source",
                        "type",
                        "datasource",
                        "query",
                        "prometheus",
                        "refresh",
                        1,
                        "hide",
                        0,
                        "current",
                        Json.of("text", "Prometheus", "value", "pipecast-prometheus"),
                        "options",
                        List.of(),
                        "regex",
                        "",
                        "multi",
                        false,
                        "includeAll",
                        false));
    }

    /** A choice of fixed values, the first one chosen. */
    Board choice(String name, String label, List<String> values) {
        List<Object> options = new ArrayList<>();
        for (String value : values) {
            options.add(
                    Json.of(
                            "text", value,
                            "value", value,
                            "selected", value.equals(values.get(0))));
        }
        variables.add(
                Json.of(
                        "name",
                        name,
                        "label",
                        label,
                        "type",
                        "custom",
                        "query",
                        String.join(",", values),
                        "current",
                        Json.of("text", values.get(0), "value", values.get(0)),
                        "options",
                        options,
                        "hide",
                        0,
                        "multi",
                        false,
                        "includeAll",
                        false));
        return this;
    }

    /** A choice of one value of a label. */
    Board values(String name, String label, String query, String chosen) {
        Map<String, Object> variable = query(name, label, query);
        variable.put("multi", false);
        variable.put("includeAll", false);
        variable.put("current", Json.of("text", chosen, "value", chosen));
        return this;
    }

    /** A choice of any values of a label, all at first. */
    Board anyOf(String name, String label, String query) {
        Map<String, Object> variable = query(name, label, query);
        variable.put("multi", true);
        variable.put("includeAll", true);
        variable.put("allValue", ".*");
        variable.put("current", Json.of("text", List.of("All"), "value", List.of("$__all")));
        return this;
    }

    private Map<String, Object> query(String name, String label, String query) {
        Map<String, Object> variable =
                Json.of(
                        "name",
                        name,
                        "label",
                        label,
                        "type",
                        "query",
                        "datasource",
                        Panel.SOURCE,
                        "query",
                        Json.of("query", query, "refId", "V"),
                        "refresh",
                        2,
                        "sort",
                        1,
                        "hide",
                        0,
                        "regex",
                        "",
                        "options",
                        List.of());
        variables.add(variable);
        return variable;
    }

    /** A text that the reader may set, such as an address. */
    Board text(String name, String label, String value) {
        variables.add(
                Json.of(
                        "name",
                        name,
                        "label",
                        label,
                        "type",
                        "textbox",
                        "query",
                        value,
                        "current",
                        Json.of("text", value, "value", value),
                        "options",
                        List.of(Json.of("text", value, "value", value, "selected", true)),
                        "hide",
                        0));
        return this;
    }

    /** Puts a panel right of the last one, or below where there is no room. */
    Board put(Panel panel) {
        if (x + panel.width > COLUMNS) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        panels.add(panel.at(panels.size() + 1, x, y));
        x += panel.width;
        rowHeight = Math.max(rowHeight, panel.height);
        return this;
    }

    Map<String, Object> json() {
        Map<String, Object> board =
                Json.of(
                        "uid",
                        uid,
                        "title",
                        title,
                        "description",
                        description,
                        "tags",
                        List.of(TAG),
                        "schemaVersion",
                        42,
                        "version",
                        1,
                        "editable",
                        false,
                        "graphTooltip",
                        1,
                        "refresh",
                        "30s",
                        "time",
                        Json.of("from", "now-30d", "to", "now"),
                        "timezone",
                        "browser",
                        "fiscalYearStartMonth",
                        0,
                        "liveNow",
                        false,
                        "weekStart",
                        "",
                        "timepicker",
                        Json.of(),
                        "preload",
                        false,
                        "links",
                        List.of(links()));
        board.put("annotations", Json.of("list", List.of(newModel())));
        board.put("templating", Json.of("list", variables));
        board.put("panels", panels);
        return board;
    }

    private static Map<String, Object> links() {
        return Json.of(
                "title",
                "Pipecast",
                "type",
                "dashboards",
                "tags",
                List.of(TAG),
                "asDropdown",
                true,
                "icon",
                "external link",
                "includeVars",
                true,
                "keepTime",
                true,
                "targetBlank",
                false,
                "tooltip",
                "",
                "url",
                "");
    }

    private static Map<String, Object> newModel() {
        return Json.of(
                "name",
                "New model",
                "enable",
                true,
                "hide",
                false,
                "iconColor",
                Look.WEIGHTED,
                "datasource",
                Panel.SOURCE,
                "expr",
                ACTIVE + " unless " + ACTIVE + " offset 5m",
                "titleFormat",
                "model {{version}}",
                "step",
                "5m");
    }
}
