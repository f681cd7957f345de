package io.pipecast.board.metrics;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.calendar.WorkingHours;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** Alerts, feeds, freshness and the model in use, as gauges. */
final class StateCollector implements MultiCollector {
    private static final int SEVERITIES = 3;
    private static final double SECOND = 1_000.0;

    private final Views views;
    private final String currency;
    private final WorkingHours hours;
    private final BooleanSupplier ready;

    StateCollector(Views views, String currency, WorkingHours hours, BooleanSupplier ready) {
        this.views = views;
        this.currency = currency;
        this.hours = hours;
        this.ready = ready;
    }

    @Override
    public MetricSnapshots collect() {
        ForecastSnapshot forecasts = views.forecasts();
        List<Alert> alerts = views.openAlerts();
        return MetricSnapshots.of(
                single(MetricName.FORECAST_TIME, forecasts.asOf() / SECOND),
                single(MetricName.FORECAST_CUT, (double) forecasts.cut()),
                model(forecasts.company()),
                single(MetricName.DEALS_OPEN, (double) views.openDeals()),
                alertsOpen(MetricName.ALERTS_OPEN, AlertRule.ofDeals(), alerts),
                alertsOpen(MetricName.TEAM_ALERTS, AlertRule.ofOthers(), alerts),
                alertsAmount(alerts),
                feeds(MetricName.FEED_LAG, feed -> views.lagMillis(feed) / SECOND),
                feeds(
                        MetricName.FEED_QUIET,
                        feed -> views.workingMillisSince(feed, hours) / SECOND),
                feeds(MetricName.FEED_EVENTS, FeedStatus::events),
                feeds(MetricName.FEED_REJECTED, FeedStatus::rejected),
                single(MetricName.FRESHNESS, views.freshnessMillis() / SECOND),
                single(MetricName.READY, ready.getAsBoolean() ? 1 : 0));
    }

    private static GaugeSnapshot.Builder gauge(MetricName name) {
        return GaugeSnapshot.builder().name(name.key).help(name.help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private static GaugeSnapshot single(MetricName name, double value) {
        return gauge(name).dataPoint(point(Labels.EMPTY, value)).build();
    }

    private static GaugeSnapshot model(Node company) {
        GaugeSnapshot.Builder gauge = gauge(MetricName.MODEL_ACTIVE);
        if (company != null && company.current() != null) {
            gauge.dataPoint(point(Labels.of("version", company.current().modelVersion()), 1));
        }
        return gauge.build();
    }

    private static GaugeSnapshot alertsOpen(
            MetricName name, List<AlertRule> rules, List<Alert> alerts) {
        GaugeSnapshot.Builder gauge = gauge(name);
        for (AlertRule rule : rules) {
            for (int severity = 1; severity <= SEVERITIES; severity++) {
                int wanted = severity;
                long count =
                        alerts.stream()
                                .filter(a -> a.rule() == rule && a.severity() == wanted)
                                .count();
                gauge.dataPoint(
                        point(
                                Labels.of("rule", ruleLabel(rule), "severity", "" + severity),
                                count));
            }
        }
        return gauge.build();
    }

    private GaugeSnapshot alertsAmount(List<Alert> alerts) {
        GaugeSnapshot.Builder gauge = gauge(MetricName.ALERTS_OPEN_AMOUNT);
        double unit = Math.pow(10, MinorUnits.exponent(currency));
        for (AlertRule rule : AlertRule.ofDeals()) {
            double amount =
                    alerts.stream()
                            .filter(alert -> alert.rule() == rule)
                            .mapToLong(Alert::corporateAmount)
                            .filter(minor -> minor != Quantity.MISSING)
                            .sum();
            gauge.dataPoint(
                    point(Labels.of("rule", ruleLabel(rule), "currency", currency), amount / unit));
        }
        return gauge.build();
    }

    private static String ruleLabel(AlertRule rule) {
        return rule.label.replace(' ', '_');
    }

    private GaugeSnapshot feeds(MetricName name, ToDoubleFunction<FeedStatus> value) {
        GaugeSnapshot.Builder gauge = gauge(name);
        for (FeedStatus feed : views.feeds()) {
            gauge.dataPoint(point(Labels.of("source", feed.source()), value.applyAsDouble(feed)));
        }
        return gauge.build();
    }
}
