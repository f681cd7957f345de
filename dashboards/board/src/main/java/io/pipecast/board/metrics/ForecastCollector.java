package io.pipecast.board.metrics;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
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
    private static final double MILLION = 1_000_000.0;

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
                boolean later = next && nextSeen || forecast.period().startsWith(YEAR);
                if (forecast.periodKind() != PeriodRole.PAST && !later) {
                    rows.add(new Row(labels(node, forecast), forecast));
                }
                nextSeen |= next;
            }
        }
        return rows;
    }

    /** Periods go by their role, so that a new quarter continues the series of the one before. */
    private static Labels labels(Node node, PipelineForecast forecast) {
        String role =
                forecast.periodKind() == PeriodRole.ROLLING
                        ? forecast.period()
                        : forecast.periodKind().name().toLowerCase(Locale.ROOT);
        return Labels.of(
                "tree", node.tree().name().toLowerCase(Locale.ROOT),
                "level", Integer.toString(node.level()),
                "node", node.id(),
                "name", node.name(),
                "parent", node.parent() == null ? "" : node.parent(),
                "period", role,
                "currency", forecast.currency());
    }

    private static GaugeSnapshot gauge(MetricName name, List<Row> rows) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name.key).help(name.help);
        for (Row row : rows) {
            long value = row.forecast().value(name.quantity);
            if (value != Quantity.MISSING) {
                gauge.dataPoint(
                        GaugeDataPointSnapshot.builder()
                                .labels(row.labels())
                                .value(inBaseUnits(value, name.quantity, row.forecast().currency()))
                                .build());
            }
        }
        return gauge.build();
    }

    private static double inBaseUnits(long value, Quantity quantity, String currency) {
        return switch (quantity.unit) {
            case MONEY -> value / Math.pow(10, MinorUnits.exponent(currency));
            case RATIO -> value / MILLION;
            case COUNT -> value;
        };
    }
}
