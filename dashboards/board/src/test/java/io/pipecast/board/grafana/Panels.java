package io.pipecast.board.grafana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of panels that the boards are made of. */
final class Panels {
    private static final Map<String, Object> NO_LEGEND = legend(false);

    private Panels() {}

    private static Map<String, Object> legend(boolean shown) {
        return Json.of(
                "displayMode",
                "list",
                "placement",
                "bottom",
                "showLegend",
                shown,
                "calcs",
                List.of());
    }

    private static Map<String, Object> last() {
        return Json.of("calcs", List.of("lastNotNull"), "fields", "", "values", false);
    }

    /** A few large numbers in one colour, the newest of each query. */
    static Panel stat(String title, String description, String unit, String color) {
        return stat(title, description, unit, Look.plain(color));
    }

    /** One large number. */
    static Panel number(String title, String description, String unit, String color, String query) {
        return stat(title, description, unit, color).range("", query);
    }

    /** A few large numbers, coloured by their value. */
    static Panel stat(
            String title, String description, String unit, Map<String, Object> thresholds) {
        return new Panel("stat", title, description, unit)
                .with("color", Json.of("mode", "thresholds"))
                .with("thresholds", thresholds)
                .with("noValue", "not known")
                .options(
                        Json.of(
                                "colorMode", "value",
                                "graphMode", "none",
                                "justifyMode", "auto",
                                "orientation", "auto",
                                "textMode", "auto",
                                "wideLayout", true,
                                "percentChangeColorMode", "standard",
                                "showPercentChange", false,
                                "reduceOptions", last()));
    }

    /** A bar per series. */
    static Panel bars(
            String title, String description, String unit, Map<String, Object> thresholds) {
        return new Panel("bargauge", title, description, unit)
                .with("color", Json.of("mode", "thresholds"))
                .with("thresholds", thresholds)
                .with("min", 0)
                .options(
                        Json.of(
                                "displayMode",
                                "gradient",
                                "orientation",
                                "horizontal",
                                "showUnfilled",
                                true,
                                "valueMode",
                                "color",
                                "namePlacement",
                                "left",
                                "minVizHeight",
                                16,
                                "minVizWidth",
                                8,
                                "maxVizHeight",
                                36,
                                "sizing",
                                "manual",
                                "text",
                                Json.of("titleSize", 14, "valueSize", 16),
                                "legend",
                                NO_LEGEND,
                                "reduceOptions",
                                last()));
    }

    /** Lines over time. */
    static Panel lines(String title, String description, String unit) {
        return new Panel("timeseries", title, description, unit)
                .with("color", Json.of("mode", "palette-classic"))
                .with("thresholds", Look.plain(Look.QUOTA))
                .with("custom", drawing(0, false))
                .options(
                        Json.of(
                                "legend", legend(true),
                                "tooltip", Json.of("mode", "multi", "sort", "none")));
    }

    /** Areas over time, one on the other: of what adds up. */
    static Panel stack(String title, String description, String unit) {
        return lines(title, description, unit).with("custom", drawing(30, true)).with("min", 0);
    }

    private static Map<String, Object> drawing(int fill, boolean stacked) {
        Map<String, Object> custom =
                Json.of(
                        "drawStyle", "line",
                        "lineWidth", 2,
                        "fillOpacity", fill,
                        "showPoints", "never",
                        "spanNulls", true,
                        "lineInterpolation", "linear",
                        "axisPlacement", "auto");
        if (stacked) {
            custom.put("stacking", Json.of("mode", "normal", "group", "A"));
        }
        return custom;
    }

    /** Bars side by side along a column of the rows. */
    static Panel columns(String title, String description, String unit, String along) {
        return new Panel("barchart", title, description, unit)
                .with("color", Json.of("mode", "palette-classic"))
                .with("thresholds", Look.plain(Look.QUOTA))
                .with("custom", Json.of("fillOpacity", 80, "lineWidth", 1))
                .options(
                        Json.of(
                                "xField",
                                along,
                                "orientation",
                                "auto",
                                "barWidth",
                                0.9,
                                "barRadius",
                                0,
                                "groupWidth",
                                0.8,
                                "fullHighlight",
                                false,
                                "xTickLabelRotation",
                                0,
                                "xTickLabelMaxLength",
                                0,
                                "showValue",
                                "never",
                                "stacking",
                                "none",
                                "legend",
                                legend(true),
                                "tooltip",
                                Json.of("mode", "multi", "sort", "none")));
    }

    /** Rows, sorted by a column. */
    static Panel table(String title, String description, String unit, String sortedBy) {
        Panel table = new Panel("table", title, description, unit);
        table.sortedBy = sortedBy;
        return table.with("custom", cells())
                .with("thresholds", Look.plain(Look.QUOTA))
                .options(
                        Json.of(
                                "frameIndex",
                                0,
                                "showHeader",
                                true,
                                "cellHeight",
                                "sm",
                                "sortBy",
                                List.of(Json.of("displayName", sortedBy, "desc", true))));
    }

    private static Map<String, Object> cells() {
        return Json.of(
                "align",
                "auto",
                "cellOptions",
                Json.of("type", "auto"),
                "inspect",
                false,
                "minWidth",
                80,
                "wrapHeaderText",
                true);
    }

    /**
     * Puts the rows of all queries together and names the columns.
     *
     * @param names {@code column: name}, in the order of the columns; those not named are left out
     * @param hidden columns that are needed and not shown
     */
    static Panel joined(Panel table, List<String> hidden, String... names) {
        Map<String, Object> order = new LinkedHashMap<>();
        Map<String, Object> rename = new LinkedHashMap<>();
        Map<String, Object> include = new LinkedHashMap<>();
        for (String name : names) {
            String[] columnAndName = name.split(": ", 2);
            rename.put(columnAndName[0], columnAndName[1]);
            order.put(columnAndName[0], order.size());
            include.put(columnAndName[0], true);
        }
        hidden.forEach(name -> include.put(name, true));
        hidden.forEach(name -> table.override(name, "custom.hideFrom", hidden()));
        table.transform("merge", Json.of())
                .transform(
                        "organize",
                        Json.of(
                                "excludeByName", Json.of("Time", true),
                                "includeByName", include,
                                "indexByName", order,
                                "renameByName", rename));
        if (table.sortedBy != null) {
            Map<String, Object> sort = Json.of("field", table.sortedBy, "desc", true);
            table.transform("sortBy", Json.of("fields", Json.of(), "sort", List.of(sort)));
        }
        return table;
    }

    private static Map<String, Object> hidden() {
        return Json.of("viz", true, "legend", false, "tooltip", false);
    }

    /** A link from a cell, with labels of its row in it. */
    static List<Object> link(String title, String url) {
        List<Object> links = new ArrayList<>();
        links.add(Json.of("title", title, "url", url, "targetBlank", true));
        return links;
    }

    /** A cell drawn as a bar from 0 to 1. */
    static Object[] asChance() {
        return new Object[] {
            "unit",
            Look.SHARE,
            "min",
            0,
            "max",
            1,
            "color",
            Json.of("mode", "thresholds"),
            "thresholds",
            Look.chance(),
            "custom.cellOptions",
            Json.of("type", "gauge", "mode", "basic")
        };
    }
}
