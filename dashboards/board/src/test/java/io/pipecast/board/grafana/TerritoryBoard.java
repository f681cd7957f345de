package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;
import java.util.List;

/** Territories side by side, and one of them by itself. */
final class TerritoryBoard {
    private static final String ALL = "tree=\"territory\", level!=\"0\", period=\"current\"";
    private static final String ONE = "tree=\"territory\", node=\"$territory\", period=\"current\"";

    private TerritoryBoard() {}

    static Board board() {
        return new Board(
                        "pipecast-territory",
                        "Territory",
                        "All territories side by side, then the chosen one. P10, P50, P90 and chances are computed for each by itself and do not add up.")
                .values(
                        "territory",
                        "Territory",
                        "label_values("
                                + Query.of(MetricName.FORECAST_CLOSED, "tree=\"territory\"")
                                + ", node)",
                        "company")
                .put(table())
                .put(attainment())
                .put(landings())
                .put(alerts())
                .put(one())
                .put(categories())
                .put(moved())
                .put(health());
    }

    private static String all(MetricName metric) {
        return Query.by("name", metric, ALL);
    }

    private static Panel table() {
        Panel table =
                Panels.table(
                                "Territories",
                                "Each row is computed by itself; amounts of the current period.",
                                Look.MONEY,
                                "P50")
                        .rows(all(MetricName.FORECAST_P50))
                        .rows(all(MetricName.FORECAST_P10))
                        .rows(all(MetricName.FORECAST_P90))
                        .rows(all(MetricName.FORECAST_QUOTA))
                        .rows(all(MetricName.FORECAST_REACH))
                        .rows(all(MetricName.FORECAST_CLOSED))
                        .rows(all(MetricName.FORECAST_COVERAGE))
                        .rows(all(MetricName.COVERAGE_NEEDED))
                        .rows(all(MetricName.PACING));
        return Panels.joined(
                        table,
                        List.of(),
                        "name: Territory",
                        "Value #A: P50",
                        "Value #B: P10",
                        "Value #C: P90",
                        "Value #D: Quota",
                        "Value #E: Chance",
                        "Value #F: Closed",
                        "Value #G: Coverage",
                        "Value #H: needed",
                        "Value #I: Pacing")
                .override("Chance", Panels.asChance())
                .override("Coverage", "unit", Look.COUNT, "decimals", 1)
                .override("needed", "unit", Look.COUNT, "decimals", 1)
                .override("Pacing", "unit", Look.SHARE)
                .size(24, 8);
    }

    private static Panel attainment() {
        return Panels.bars(
                        "Attainment",
                        "Closed divided by the quota in force now.",
                        Look.SHARE,
                        Look.plain(Look.CLOSED))
                .with("max", 1)
                .instant("{{name}}", all(MetricName.FORECAST_ATTAINMENT))
                .size(8, 9);
    }

    private static Panel landings() {
        return Panels.lines(
                        "Where each lands (P50)", "P50 of each territory's landing.", Look.MONEY)
                .range("{{name}}", all(MetricName.FORECAST_P50))
                .size(8, 9);
    }

    private static Panel alerts() {
        return Panels.bars(
                        "Open alerts",
                        "Deal alerts that are alive, by the territory of the deal.",
                        Look.COUNT,
                        Look.plain(Look.BAD))
                .instant("{{name}}", Query.sum("name", MetricName.TERRITORY_ALERTS, ""))
                .size(8, 9);
    }

    private static Panel one() {
        Panel path =
                Panels.lines(
                                "Chosen: the path through the period",
                                "P10–P90 band, P50, quota and closed of the chosen territory.",
                                Look.MONEY)
                        .with("min", 0)
                        .range("P10", one(MetricName.FORECAST_P10))
                        .range("P90", one(MetricName.FORECAST_P90))
                        .range("P50", one(MetricName.FORECAST_P50))
                        .range("Quota", one(MetricName.FORECAST_QUOTA))
                        .range("Closed", one(MetricName.FORECAST_CLOSED))
                        .size(12, 9);
        return ExecutiveBoard.asPath(path);
    }

    private static String one(MetricName metric) {
        return "max(" + Query.of(metric, ONE) + ")";
    }

    private static Panel categories() {
        return Panels.stack(
                        "Chosen: closed and open by category",
                        "Single categories of open deals dated in the period, on what is closed; they add up.",
                        Look.MONEY)
                .range("Closed", one(MetricName.FORECAST_CLOSED))
                .range("Commit", one(MetricName.FORECAST_COMMIT))
                .range("Best case", one(MetricName.FORECAST_BEST_CASE))
                .range("Pipeline", one(MetricName.FORECAST_PIPELINE))
                .override("Closed", "color", Look.fixed(Look.CLOSED))
                .override("Commit", "color", Look.fixed(Look.COMMIT))
                .override("Best case", "color", Look.fixed(Look.WEIGHTED))
                .override("Pipeline", "color", Look.fixed(Look.OPEN))
                .size(12, 9);
    }

    private static Panel moved() {
        Panel stat =
                Panels.stat(
                        "Chosen: since Monday",
                        "Change since this week's Monday began, in the time of the numbers.",
                        Look.MONEY,
                        Look.change());
        for (MetricName metric :
                List.of(
                        MetricName.CHANGE_P50,
                        MetricName.CHANGE_CLOSED,
                        MetricName.CHANGE_COMMIT,
                        MetricName.CHANGE_OPEN)) {
            String name =
                    switch (metric) {
                        case CHANGE_P50 -> "P50";
                        case CHANGE_CLOSED -> "Closed";
                        case CHANGE_COMMIT -> "Closed + commit";
                        default -> "Open pipeline";
                    };
            stat.range(name, "max(" + Query.of(metric, ONE + ", since=\"monday\"") + ")");
        }
        return stat.size(12, 5);
    }

    private static Panel health() {
        return Panels.stat(
                        "Chosen: pipeline that is not what it seems",
                        "Open deals whose close date has passed, without a close date, and omitted from every total.",
                        Look.MONEY,
                        Look.COMMIT)
                .range("Overdue", one(MetricName.FORECAST_OVERDUE))
                .range("Undated", one(MetricName.FORECAST_UNDATED))
                .range("Omitted", one(MetricName.FORECAST_OMITTED))
                .size(12, 5);
    }
}
