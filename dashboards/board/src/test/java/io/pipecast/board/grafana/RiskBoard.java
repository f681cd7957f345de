package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;
import java.util.List;

/** For managers: which deals need somebody, and the money behind them. */
final class RiskBoard {
    private static final String CHOSEN = "name=~\"$territory\"";

    private RiskBoard() {}

    static Board board() {
        return new Board(
                        "pipecast-risk",
                        "Deal risk",
                        "Open deal alerts by rule and territory, the money behind them, and the deals of each territory that need somebody most. All deals are on the web board.")
                .anyOf(
                        "territory",
                        "Territory",
                        "label_values(" + MetricName.TERRITORY_ALERTS.key + ", name)")
                .text("board", "Board", "http://127.0.0.1:8480")
                .put(open())
                .put(amount())
                .put(delivered())
                .put(seeming())
                .put(deals())
                .put(quality())
                .put(byRule())
                .put(amountByRule())
                .put(byTerritory())
                .put(severities())
                .put(teams());
    }

    private static Panel open() {
        return Panels.stat(
                        "Open alerts",
                        "Deal alerts that are alive in the chosen territories.",
                        Look.COUNT,
                        Look.BAD)
                .range("", Query.sum(MetricName.TERRITORY_ALERTS, CHOSEN))
                .size(4, 4);
    }

    private static Panel amount() {
        return Panels.stat(
                        "Behind the largest rule",
                        "Amount of the deals with a live alert, of the rule with the largest; a deal may have an alert of more than one rule, so rules do not add up.",
                        Look.MONEY,
                        Look.BAD)
                .range(
                        "",
                        "max("
                                + Query.sum("rule", MetricName.TERRITORY_ALERTS_AMOUNT, CHOSEN)
                                + ")")
                .size(6, 4);
    }

    private static Panel delivered() {
        return Panels.stat(
                        "With managers",
                        "Alerts that Alertmanager takes for open: told at once, and kept for the digest. The whole company.",
                        Look.COUNT,
                        Look.COMMIT)
                .range("now", Query.sum(MetricName.ALERTS_DELIVERED, "delivery=\"now\""))
                .range("digest", Query.sum(MetricName.ALERTS_DELIVERED, "delivery=\"digest\""))
                .size(6, 4);
    }

    private static Panel seeming() {
        String company = "level=\"1\", tree=\"territory\", period=\"current\", " + CHOSEN;
        return Panels.stat(
                        "Pipeline that is not what it seems",
                        "Open deals whose close date has passed, and without one, in the chosen territories.",
                        Look.MONEY,
                        Look.COMMIT)
                .range("Overdue", Query.sum(MetricName.FORECAST_OVERDUE, company))
                .range("Undated", Query.sum(MetricName.FORECAST_UNDATED, company))
                .size(8, 4);
    }

    private static Panel deals() {
        String labels = "name, opportunity, deal, owner, manager, stage, rule, severity";
        Panel table =
                Panels.table(
                                "Deals that need somebody",
                                "The ten deals of each territory with the most severe and largest alerts. A click opens the deal on the board.",
                                Look.MONEY,
                                "Amount")
                        .rows(Query.by(labels, MetricName.RISK_AMOUNT, CHOSEN))
                        .rows(Query.by(labels, MetricName.RISK_CHANCE, CHOSEN))
                        .rows(Query.by(labels, MetricName.RISK_PAST, CHOSEN));
        return Panels.joined(
                        table,
                        List.of("opportunity"),
                        "deal: Deal",
                        "Value #A: Amount",
                        "rule: Rule",
                        "severity: Severity",
                        "Value #C: × threshold",
                        "Value #B: P(won in period)",
                        "owner: Owner",
                        "manager: Manager",
                        "stage: Stage",
                        "name: Territory")
                .override("P(won in period)", Panels.asChance())
                .override("× threshold", "unit", Look.COUNT, "decimals", 1)
                .override("Severity", "unit", "string")
                .override(
                        "Deal",
                        "custom.width",
                        280,
                        "links",
                        Panels.link("Open the deal", "${board}/deals/${__data.fields.opportunity}"))
                .size(24, 11);
    }

    private static Panel byRule() {
        return Panels.stack(
                        "Open alerts by rule", "Deal alerts that are alive, by rule.", Look.COUNT)
                .range("{{rule}}", Query.sum("rule", MetricName.TERRITORY_ALERTS, CHOSEN))
                .size(12, 8);
    }

    private static Panel amountByRule() {
        return Panels.lines(
                        "Amount behind them",
                        "Amount of the deals with a live alert, by rule; rules do not add up.",
                        Look.MONEY)
                .with("min", 0)
                .range("{{rule}}", Query.sum("rule", MetricName.TERRITORY_ALERTS_AMOUNT, CHOSEN))
                .size(12, 8);
    }

    private static Panel byTerritory() {
        return Panels.bars(
                        "Open alerts by territory",
                        "Deal alerts that are alive, by the territory of the deal.",
                        Look.COUNT,
                        Look.plain(Look.BAD))
                .instant("{{name}}", Query.sum("name", MetricName.TERRITORY_ALERTS, CHOSEN))
                .size(12, 7);
    }

    private static Panel severities() {
        return Panels.stack(
                        "Severity",
                        "Deal alerts that are alive in the whole company: 1 just past the threshold, 3 far past it.",
                        Look.COUNT)
                .range("severity {{severity}}", Query.sum("severity", MetricName.ALERTS_OPEN, ""))
                .size(12, 7);
    }

    private static Panel quality() {
        Panel table =
                Panels.table(
                                "Were the alerts right?",
                                "Deal alerts delivered in the 91 days that ended a month ago: how often their deals were lost or left their period within 30 days, against open deals without an alert, and what of all that went bad was told 10 days before; last, how many a manager was told of in a week. The whole company.",
                                Look.COUNT,
                                "Told")
                        .rows(Query.by("rule", MetricName.ALERTS_JUDGED, ""))
                        .rows(Query.by("rule", MetricName.ALERT_ODDS, ""))
                        .rows(Query.by("rule", MetricName.ALERT_PRECISION, ""))
                        .rows(Query.by("rule", MetricName.ALERT_RECALL, ""))
                        .rows(Query.by("rule", MetricName.ALERT_RECALL_AMOUNT, ""))
                        .rows(Query.by("rule", MetricName.ALERT_CAUGHT, ""))
                        .rows(Query.by("rule", MetricName.ALERT_LEAD, ""))
                        .rows(Query.by("rule", MetricName.ALERT_ACKNOWLEDGED, ""))
                        .rows(Query.by("rule", MetricName.ALERT_NOT_USEFUL, ""))
                        .rows(Query.by("rule", MetricName.ALERTS_PER_MANAGER, ""));
        return Panels.joined(
                        table,
                        List.of(),
                        "rule: Rule",
                        "Value #A: Told",
                        "Value #B: Odds ratio",
                        "Value #C: Went bad",
                        "Value #D: Caught in time",
                        "Value #E: … by amount",
                        "Value #F: Caught",
                        "Value #G: Lead",
                        "Value #H: Acknowledged",
                        "Value #I: Not useful",
                        "Value #J: Per manager")
                .override("Odds ratio", "decimals", 1)
                .override("Went bad", "unit", Look.SHARE)
                .override("Caught in time", "unit", Look.SHARE)
                .override("… by amount", "unit", Look.SHARE)
                .override("Caught", "unit", Look.MONEY)
                .override("Lead", "unit", "s", "decimals", 0)
                .override("Acknowledged", "unit", Look.SHARE)
                .override("Not useful", "unit", Look.SHARE)
                .override("Per manager", "decimals", 1)
                .size(24, 8);
    }

    private static Panel teams() {
        return Panels.stack(
                        "Alerts about teams and feeds",
                        "Coverage too low, forecast fell, feed stale: those that are alive, of the whole company.",
                        Look.COUNT)
                .range("{{rule}}", Query.sum("rule", MetricName.TEAM_ALERTS, ""))
                .size(24, 6);
    }
}
