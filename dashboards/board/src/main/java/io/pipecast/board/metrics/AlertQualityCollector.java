package io.pipecast.board.metrics;

import io.pipecast.board.views.Views;
import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;

/** How good alerts have been, by rule; what cannot be counted has no series. */
final class AlertQualityCollector implements MultiCollector {
    private static final double DAY_SECONDS = 86_400;

    private final Views views;
    private final String currency;

    AlertQualityCollector(Views views, String currency) {
        this.views = views;
        this.currency = currency;
    }

    @Override
    public MetricSnapshots collect() {
        Gauge judged = new Gauge(MetricName.ALERTS_JUDGED);
        Gauge odds = new Gauge(MetricName.ALERT_ODDS);
        Gauge precision = new Gauge(MetricName.ALERT_PRECISION);
        Gauge recall = new Gauge(MetricName.ALERT_RECALL);
        Gauge amount = new Gauge(MetricName.ALERT_RECALL_AMOUNT);
        Gauge caught = new Gauge(MetricName.ALERT_CAUGHT);
        Gauge lead = new Gauge(MetricName.ALERT_LEAD);
        Gauge acknowledged = new Gauge(MetricName.ALERT_ACKNOWLEDGED);
        Gauge useless = new Gauge(MetricName.ALERT_NOT_USEFUL);
        Gauge perWeek = new Gauge(MetricName.ALERTS_PER_MANAGER);
        AlertVerdict verdict = views.judgedAlerts();
        if (verdict != null) {
            for (AlertScore score : verdict.rules()) {
                Labels labels = Labels.of("rule", score.name().toLowerCase(Locale.ROOT));
                judged.add(labels, score.alerts());
                add(odds, labels, score.oddsRatio());
                add(precision, labels, score.bad());
                add(recall, labels, score.recall());
                add(amount, labels, score.recallAmount());
                caught.add(
                        labels.add("currency", currency),
                        Gauge.money(score.caughtAmount(), currency));
                add(lead, labels, score.leadDays() * DAY_SECONDS);
                add(acknowledged, labels, score.acknowledged());
                add(useless, labels, score.notUseful());
                add(perWeek, labels, score.perManagerWeek());
            }
        }
        return MetricSnapshots.of(
                judged.snapshot(),
                odds.snapshot(),
                precision.snapshot(),
                recall.snapshot(),
                amount.snapshot(),
                caught.snapshot(),
                lead.snapshot(),
                acknowledged.snapshot(),
                useless.snapshot(),
                perWeek.snapshot());
    }

    private static void add(Gauge gauge, Labels labels, double value) {
        if (Double.isFinite(value)) {
            gauge.add(labels, value);
        }
    }
}
