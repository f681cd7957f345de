package io.pipecast.board.grafana;

import static io.pipecast.board.grafana.Query.below;
import static io.pipecast.board.grafana.Query.belowSince;
import static io.pipecast.board.grafana.Query.change;
import static io.pipecast.board.grafana.Query.current;
import static io.pipecast.board.grafana.Query.node;

import io.pipecast.board.metrics.MetricName;
import java.util.List;

/** For sales leadership, in the order of the web board: where the quarter lands, and why. */
final class ExecutiveBoard {
    private static final String NEXT = "period=\"next\"";
    private static final String YEAR = "period=\"fiscal-year\"";
    private static final List<String> CHANGES =
            List.of("P50", "Closed", "Closed + commit", "Open pipeline");

    private ExecutiveBoard() {}

    static Board board() {
        Board board =
                new Board(
                                "pipecast-executive",
                                "Executive",
                                "Where the quarter lands, how sure that is, and what moved. P10, P50, P90 and chances are of the chosen node alone: they do not add up over nodes.")
                        .choice("tree", "Tree", List.of("reporting", "territory"))
                        .values(
                                "node",
                                "Node",
                                "label_values("
                                        + Query.of(MetricName.FORECAST_CLOSED, "tree=\"$tree\"")
                                        + ", node)",
                                "company");
        landing(board);
        moved(board);
        return board.put(whoWasRight())
                .put(nextPeriod())
                .put(year())
                .put(path())
                .put(chances())
                .put(table());
    }

    private static void landing(Board board) {
        board.put(band().size(8, 4))
                .put(
                        number(
                                        "Quota",
                                        "Quota of the node in force now.",
                                        Look.QUOTA,
                                        MetricName.FORECAST_QUOTA)
                                .size(4, 4))
                .put(chance().size(4, 4))
                .put(
                        number(
                                        "Closed",
                                        "Won amounts booked in the period.",
                                        Look.CLOSED,
                                        MetricName.FORECAST_CLOSED)
                                .size(4, 4))
                .put(
                        number(
                                        "Gap to quota",
                                        "Quota minus closed.",
                                        Look.QUOTA,
                                        MetricName.FORECAST_GAP)
                                .size(4, 4))
                .put(
                        number(
                                        "What the reps say",
                                        "Closed plus the open deals of category commit.",
                                        Look.COMMIT,
                                        MetricName.FORECAST_CUMULATIVE_COMMIT)
                                .size(4, 4));
        board.put(calls().size(8, 4)).put(coverage().size(6, 4)).put(pacing().size(6, 4));
    }

    private static Panel number(String title, String description, String color, MetricName metric) {
        return Panels.number(title, description, Look.MONEY, color, current(metric));
    }

    private static Panel band() {
        return Panels.stat(
                        "Lands at (P50), P10 to P90",
                        "Half of the landings the model thinks possible lie below P50, one in ten below P10, one in ten above P90.",
                        Look.MONEY,
                        Look.MODEL)
                .range("P50", current(MetricName.FORECAST_P50))
                .range("P10", current(MetricName.FORECAST_P10))
                .range("P90", current(MetricName.FORECAST_P90));
    }

    private static Panel chance() {
        return Panels.stat(
                        "Chance of quota",
                        "Chance that the landing reaches the quota.",
                        Look.SHARE,
                        Look.chance())
                .range("", current(MetricName.FORECAST_REACH));
    }

    private static Panel calls() {
        return Panels.stat(
                        "What people called",
                        "What was submitted as a call; never mixed with the categories of deals.",
                        Look.MONEY,
                        Look.COMMIT)
                .range("Commit", current(MetricName.FORECAST_CALL_COMMIT))
                .range("Best case", current(MetricName.FORECAST_CALL_BEST_CASE));
    }

    private static Panel coverage() {
        return Panels.stat(
                        "Coverage: has and needs",
                        "Open pipeline of the period divided by the gap to quota; beside it what earlier periods needed on the same day.",
                        Look.COUNT,
                        Look.OPEN)
                .with("decimals", 1)
                .range("has", current(MetricName.FORECAST_COVERAGE))
                .range("needs", current(MetricName.COVERAGE_NEEDED));
    }

    private static Panel pacing() {
        return Panels.stat(
                        "Pacing",
                        "Closed, against what earlier periods had closed on the same day.",
                        Look.SHARE,
                        Look.thresholds(Look.BAD, 0.9, Look.COMMIT, 1, Look.CLOSED))
                .range("", current(MetricName.PACING));
    }

    private static void moved(Board board) {
        board.put(
                        changes(
                                        "Since Monday",
                                        "Change since this week's Monday began, in the time of the numbers.",
                                        "monday")
                                .size(12, 4))
                .put(
                        changes(
                                        "Since the period began",
                                        "Change since the first instant of the period.",
                                        "period_start")
                                .size(12, 4));
    }

    private static Panel changes(String title, String description, String since) {
        return Panels.stat(title, description, Look.MONEY, Look.change())
                .range(CHANGES.get(0), change(MetricName.CHANGE_P50, since))
                .range(CHANGES.get(1), change(MetricName.CHANGE_CLOSED, since))
                .range(CHANGES.get(2), change(MetricName.CHANGE_COMMIT, since))
                .range(CHANGES.get(3), change(MetricName.CHANGE_OPEN, since));
    }

    private static Panel whoWasRight() {
        Panel table =
                Panels.table(
                        "Who was right on this same day",
                        "How far each forecast was off on this business day of earlier periods, as a share of what they landed at. The company and the level below have it.",
                        Look.SHARE,
                        "Period");
        for (String who : List.of("model", "stage-weighted", "closed and commit")) {
            table.rows(
                    Query.by(
                            "judged_period",
                            MetricName.SAME_DAY_ERROR,
                            "tree=\"$tree\", node=\"$node\", forecast=\"" + who + "\""));
        }
        return Panels.joined(
                        table,
                        List.of(),
                        "judged_period: Period",
                        "Value #A: Model",
                        "Value #B: Stage-weighted",
                        "Value #C: Closed + commit")
                .size(12, 6);
    }

    private static Panel nextPeriod() {
        return Panels.stat(
                        "The next period, day 1",
                        "What the next period would land at, and the open pipeline already dated in it.",
                        Look.MONEY,
                        Look.OPEN)
                .range("P50", node(MetricName.FORECAST_P50, NEXT))
                .range("Open pipeline", node(MetricName.FORECAST_OPEN, NEXT))
                .size(6, 6);
    }

    private static Panel year() {
        return Panels.stat(
                        "The fiscal year",
                        "Closed so far, the current period and the rest of the year. The company and the level below have it.",
                        Look.MONEY,
                        Look.MODEL)
                .range("P50", node(MetricName.FORECAST_P50, YEAR))
                .range("P10", node(MetricName.FORECAST_P10, YEAR))
                .range("P90", node(MetricName.FORECAST_P90, YEAR))
                .size(6, 6);
    }

    private static Panel path() {
        Panel path =
                Panels.lines(
                                "The path through the period",
                                "P10–P90 band and P50 of the landing against the quota, with what stages and reps say beside it, over the time at which it was said.",
                                Look.MONEY)
                        .with("min", 0)
                        .range("P10", current(MetricName.FORECAST_P10))
                        .range("P90", current(MetricName.FORECAST_P90))
                        .range("P50", current(MetricName.FORECAST_P50))
                        .range("Quota", current(MetricName.FORECAST_QUOTA))
                        .range("Closed", current(MetricName.FORECAST_CLOSED))
                        .range("Closed + commit", current(MetricName.FORECAST_CUMULATIVE_COMMIT))
                        .range("Stage-weighted", current(MetricName.FORECAST_STAGE_WEIGHTED))
                        .size(24, 10);
        line(path, "Closed + commit", Look.COMMIT, 2);
        line(path, "Stage-weighted", Look.WEIGHTED, 1);
        return asPath(path);
    }

    /** The looks of a band with what is held against it, by the names of its lines. */
    static Panel asPath(Panel path) {
        line(path, "P50", Look.MODEL, 3);
        line(path, "Closed", Look.CLOSED, 2);
        line(path, "P10", Look.MODEL, 0);
        return path.override(
                        "P90",
                        "color",
                        Look.fixed(Look.MODEL),
                        "custom.lineWidth",
                        0,
                        "custom.fillBelowTo",
                        "P10",
                        "custom.fillOpacity",
                        18)
                .override(
                        "Quota",
                        "color",
                        Look.fixed(Look.QUOTA),
                        "custom.lineStyle",
                        Json.of("fill", "dash", "dash", List.of(8, 6)));
    }

    private static void line(Panel panel, String name, String color, int width) {
        panel.override(name, "color", Look.fixed(color), "custom.lineWidth", width);
    }

    private static Panel chances() {
        return Panels.bars(
                        "Chance of quota below",
                        "Chance of quota of each node below the chosen one.",
                        Look.SHARE,
                        Look.chance())
                .with("max", 1)
                .instant("{{name}}", below(MetricName.FORECAST_REACH))
                .size(8, 9);
    }

    private static Panel table() {
        Panel table =
                Panels.table(
                                "Below this node",
                                "Each row is computed by itself: P10, P50, P90 and chances do not add up; closed and commit do.",
                                Look.MONEY,
                                "P50")
                        .rows(below(MetricName.FORECAST_P50))
                        .rows(belowSince(MetricName.CHANGE_P50, "monday"))
                        .rows(below(MetricName.FORECAST_P10))
                        .rows(below(MetricName.FORECAST_P90))
                        .rows(below(MetricName.FORECAST_QUOTA))
                        .rows(below(MetricName.FORECAST_REACH))
                        .rows(below(MetricName.FORECAST_CLOSED))
                        .rows(below(MetricName.FORECAST_CUMULATIVE_COMMIT));
        return Panels.joined(
                        table,
                        List.of(),
                        "name: Name",
                        "Value #A: P50",
                        "Value #B: since Monday",
                        "Value #C: P10",
                        "Value #D: P90",
                        "Value #E: Quota",
                        "Value #F: Chance",
                        "Value #G: Closed",
                        "Value #H: With commit")
                .override("Chance", Panels.asChance())
                .override("Name", "custom.width", 140)
                .size(16, 9);
    }
}
