package io.pipecast.board.metrics;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Every node's forecast as gauges, all of one cut: a scrape never sees half of one. Sample time is
 * the scrape's; a node that leaves the cut leaves the page.
 */
final class ForecastCollector implements MultiCollector {
    private static final String YEAR = "fiscal-year-";

    private final Supplier<ForecastSnapshot> snapshot;

    ForecastCollector(Supplier<ForecastSnapshot> snapshot) {
        this.snapshot = snapshot;
    }

    private record Row(Labels labels, PipelineForecast forecast) {}

    @Override
    public MetricSnapshots collect() {
        List<Row> rows = rows(snapshot.get());
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        for (MetricName name : MetricName.forecasts()) {
            all.metricSnapshot(gauge(name, rows));
        }
        return all.build();
    }

    @Override
    public List<String> getPrometheusNames() {
        return MetricName.forecasts().stream().map(name -> name.key).toList();
    }

    private static List<Row> rows(ForecastSnapshot snapshot) {
        List<Row> rows = new ArrayList<>();
        for (Node node : snapshot.nodes()) {
            boolean nextSeen = false;
            for (PipelineForecast forecast : node.periods()) {
                boolean next = forecast.periodKind() == PeriodRole.NEXT;
                // of what lies ahead only the next period has a series, like every window of days
                boolean later = next && nextSeen && !isYear(forecast);
                if (forecast.periodKind() != PeriodRole.PAST && !later) {
                    rows.add(new Row(labels(node, forecast), forecast));
                }
                nextSeen |= next && !isYear(forecast);
            }
        }
        return rows;
    }

    private static boolean isYear(PipelineForecast forecast) {
        return forecast.period().startsWith(YEAR);
    }

    /** Periods go by their role, so that a new quarter continues the series of the one before. */
    static Labels labels(Node node, PipelineForecast forecast) {
        return Labels.of(
                "tree", node.tree().name().toLowerCase(Locale.ROOT),
                "level", Integer.toString(node.level()),
                "node", node.id(),
                "name", node.name(),
                "parent", node.parent() == null ? "" : node.parent(),
                "period", role(forecast),
                "currency", forecast.currency());
    }

    private static String role(PipelineForecast forecast) {
        if (isYear(forecast)) {
            return "fiscal-year";
        }
        return forecast.periodKind() == PeriodRole.ROLLING
                ? forecast.period()
                : forecast.periodKind().name().toLowerCase(Locale.ROOT);
    }

    private static GaugeSnapshot gauge(MetricName name, List<Row> rows) {
        Gauge gauge = new Gauge(name);
        for (Row row : rows) {
            long value = row.forecast().value(name.quantity);
            gauge.add(row.labels(), inBaseUnits(value, name.quantity, row.forecast().currency()));
        }
        return gauge.snapshot();
    }

    private static double inBaseUnits(long value, Quantity quantity, String currency) {
        return switch (quantity.unit) {
            case MONEY -> Gauge.money(value, currency);
            case RATIO -> Gauge.ratio(value);
            case COUNT -> value == Quantity.MISSING ? Double.NaN : value;
        };
    }
}
