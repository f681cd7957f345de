package io.pipecast.board.metrics;

import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertRank;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Open alerts by territory, and the ten deals of each that need somebody most. All deals are on the
 * board: a series per deal would be too many.
 */
final class RiskCollector implements MultiCollector {
    private static final int RANKS = 10;

    private final Supplier<Seen> seen;
    private final String currency;

    RiskCollector(Supplier<Seen> seen, String currency) {
        this.seen = seen;
        this.currency = currency;
    }

    @Override
    public MetricSnapshots collect() {
        Seen views = seen.get();
        ForecastSnapshot names = views.forecasts();
        Gauge open = new Gauge(MetricName.TERRITORY_ALERTS);
        Gauge behind = new Gauge(MetricName.TERRITORY_ALERTS_AMOUNT);
        Gauge amount = new Gauge(MetricName.RISK_AMOUNT);
        Gauge chance = new Gauge(MetricName.RISK_CHANCE);
        Gauge past = new Gauge(MetricName.RISK_PAST);
        byTerritory(views)
                .forEach(
                        (territory, alerts) -> {
                            String name = names.territoryName(territory);
                            count(territory, name, alerts, open, behind);
                            rank(territory, name, alerts, views, amount, chance, past);
                        });
        return MetricSnapshots.of(
                open.snapshot(),
                behind.snapshot(),
                amount.snapshot(),
                chance.snapshot(),
                past.snapshot());
    }

    /** Deal alerts by territory, as the job ranks them. */
    private static Map<String, List<Alert>> byTerritory(Seen views) {
        return views.openAlerts().stream()
                .filter(alert -> alert.subject().isDeal())
                .sorted(
                        Comparator.comparingDouble(
                                        (Alert a) -> AlertRank.of(a.stakes(), a.severity()))
                                .reversed())
                .collect(
                        Collectors.groupingBy(
                                alert -> territory(alert, views),
                                TreeMap::new,
                                Collectors.toList()));
    }

    private static String territory(Alert alert, Seen views) {
        DealForecast deal = views.deal(alert.opportunityId());
        String territory = deal == null ? null : deal.territory();
        return territory == null ? Organization.UNASSIGNED : territory;
    }

    private void count(
            String territory, String name, List<Alert> alerts, Gauge open, Gauge behind) {
        for (AlertRule rule : AlertRule.ofDeals()) {
            List<Alert> ofRule = alerts.stream().filter(alert -> alert.rule() == rule).toList();
            Labels labels = Labels.of("territory", territory, "name", name, "rule", label(rule));
            open.add(labels, ofRule.size());
            double amounts =
                    ofRule.stream()
                            .mapToLong(Alert::corporateAmount)
                            .filter(minor -> minor != Quantity.MISSING)
                            .sum();
            behind.add(labels.add("currency", currency), Gauge.money((long) amounts, currency));
        }
    }

    /** The worst alert of each deal, as long as there are ranks. */
    private void rank(
            String territory,
            String name,
            List<Alert> alerts,
            Seen views,
            Gauge amount,
            Gauge chance,
            Gauge past) {
        Set<String> seen = new HashSet<>();
        for (Alert alert : alerts) {
            if (seen.size() < RANKS && seen.add(alert.opportunityId())) {
                Labels labels = labels(territory, name, alert, views);
                amount.add(labels, Gauge.money(alert.corporateAmount(), currency));
                chance.add(labels, chance(alert, views));
                past.add(labels, alert.value() / alert.threshold());
            }
        }
    }

    private static Labels labels(String territory, String name, Alert alert, Seen views) {
        ForecastSnapshot names = views.forecasts();
        String owner = alert.owner() == null ? Organization.UNASSIGNED : alert.owner();
        Node node = names.node(Tree.REPORTING, owner);
        String manager = node == null ? null : names.userName(node.parent());
        return Labels.of(
                "territory",
                territory,
                "name",
                name,
                "opportunity",
                alert.opportunityId(),
                "deal",
                alert.dealName() == null ? alert.opportunityId() : alert.dealName(),
                "owner",
                names.userName(owner),
                "manager",
                manager == null ? Organization.UNASSIGNED : manager,
                "stage",
                alert.stage() == null ? "" : alert.stage(),
                "rule",
                label(alert.rule()),
                "severity",
                Integer.toString(alert.severity()));
    }

    private static double chance(Alert alert, Seen views) {
        DealForecast deal = views.deal(alert.opportunityId());
        return deal == null ? Double.NaN : Gauge.ratio(deal.probability(Horizon.CURRENT_PERIOD));
    }

    private static String label(AlertRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
