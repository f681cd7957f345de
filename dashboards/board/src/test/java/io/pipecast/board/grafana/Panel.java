package io.pipecast.board.grafana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One panel in the making: what it asks, and how that looks. */
final class Panel {
    /** The data source that the reader chooses. */
    static final Map<String, Object> SOURCE = Json.of("type", "prometheus", "uid", "${datasource}");

    final String type;
    final String title;
    private final String description;
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final List<Object> overrides = new ArrayList<>();
    private final List<Object> targets = new ArrayList<>();
    private final List<Object> transformations = new ArrayList<>();
    private Map<String, Object> options;

    /** Column by which the rows are sorted, the largest first, or null. */
    String sortedBy;

    int width;
    int height;

    Panel(String type, String title, String description, String unit) {
        this.type = type;
        this.title = title;
        this.description = description;
        defaults.put("unit", unit);
        defaults.put("mappings", List.of());
    }

    Panel size(int columns, int rows) {
        width = columns;
        height = rows;
        return this;
    }

    Panel options(Map<String, Object> all) {
        options = all;
        return this;
    }

    /** A default of every field. */
    Panel with(String key, Object value) {
        defaults.put(key, value);
        return this;
    }

    /** A stat shows the name of its series instead of its value. */
    Panel textOnly() {
        options.put("textMode", "name");
        return this;
    }

    /** A query over the time shown. */
    Panel range(String legend, String expr) {
        return target(legend, expr, Json.of("range", true, "instant", false));
    }

    /** A query of the newest value. */
    Panel instant(String legend, String expr) {
        return target(legend, expr, Json.of("range", false, "instant", true));
    }

    /** A query of the newest values as rows, a column by label. */
    Panel rows(String expr) {
        return target("", expr, Json.of("range", false, "instant", true, "format", "table"));
    }

    private Panel target(String legend, String expr, Map<String, Object> how) {
        Map<String, Object> target =
                Json.of(
                        "refId", Character.toString('A' + targets.size()),
                        "expr", expr,
                        "legendFormat", legend,
                        "datasource", SOURCE);
        target.putAll(how);
        targets.add(target);
        return this;
    }

    /** Properties of the fields of a name. */
    Panel override(String name, Object... idsAndValues) {
        List<Object> properties = new ArrayList<>();
        for (int i = 0; i < idsAndValues.length; i += 2) {
            properties.add(Json.of("id", idsAndValues[i], "value", idsAndValues[i + 1]));
        }
        Map<String, Object> matcher = Json.of("id", "byName", "options", name);
        overrides.add(Json.of("matcher", matcher, "properties", properties));
        return this;
    }

    Panel transform(String id, Map<String, Object> how) {
        transformations.add(Json.of("id", id, "options", how));
        return this;
    }

    /** The panel at its place. */
    Map<String, Object> at(int id, int x, int y) {
        Map<String, Object> panel =
                Json.of(
                        "id", id,
                        "type", type,
                        "title", title,
                        "description", description,
                        "gridPos", Json.of("h", height, "w", width, "x", x, "y", y),
                        "datasource", SOURCE,
                        "targets", targets);
        if (!transformations.isEmpty()) {
            panel.put("transformations", transformations);
        }
        panel.put("fieldConfig", Json.of("defaults", defaults, "overrides", overrides));
        panel.put("options", options);
        return panel;
    }
}
