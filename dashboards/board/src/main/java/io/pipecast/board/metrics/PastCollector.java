package io.pipecast.board.metrics;

import io.pipecast.board.access.Seen;
import io.pipecast.board.views.Earlier;
import io.pipecast.board.views.HistoryPoint;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.board.views.SameDay;
import io.pipecast.board.views.Since;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The current period held against what was published before: what has changed since Monday and
 * since its start, and what earlier periods say of this same day. Prometheus cannot say so by an
 * offset: its time is the wall's, not that of the numbers.
 */
final class PastCollector implements MultiCollector {
    private static final List<MetricName> NAMES =
            List.of(
                    MetricName.CHANGE_P50,
                    MetricName.CHANGE_CLOSED,
                    MetricName.CHANGE_COMMIT,
                    MetricName.CHANGE_OPEN,
                    MetricName.COVERAGE_NEEDED,
                    MetricName.PACING,
                    MetricName.SAME_DAY_ERROR);
    private static final int PERIODS = 4;

    /** Who was right is told of the company and the level below. */
    private static final int JUDGED_LEVELS = 1;

    private final Supplier<Seen> seen;
    private final DayClock days;

    PastCollector(Supplier<Seen> seen, DayClock days) {
        this.seen = seen;
        this.days = days;
    }

    @Override
    public MetricSnapshots collect() {
        Map<MetricName, Gauge> gauges = new EnumMap<>(MetricName.class);
        NAMES.forEach(name -> gauges.put(name, new Gauge(name)));
        Seen views = seen.get();
        for (Node node : views.forecasts().nodes()) {
            PipelineForecast row = node.current();
            if (row != null) {
                Labels labels = ForecastCollector.labels(node, row);
                changes(views.path(node, row.period()), row, labels, gauges);
                earlier(node, views.sameDayOf(row, PERIODS), row, labels, gauges);
            }
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        gauges.values().forEach(gauge -> all.metricSnapshot(gauge.snapshot()));
        return all.build();
    }

    private void changes(
            PeriodPath path, PipelineForecast row, Labels labels, Map<MetricName, Gauge> gauges) {
        for (Since since : Since.values()) {
            HistoryPoint then = path == null ? null : since.in(path, days.dayOf(row.asOf()));
            if (then != null) {
                Labels all = labels.add("since", since.label);
                change(gauges.get(MetricName.CHANGE_P50), all, row, Quantity.MODEL_P50, then.p50());
                change(
                        gauges.get(MetricName.CHANGE_CLOSED),
                        all,
                        row,
                        Quantity.CLOSED,
                        then.closed());
                change(
                        gauges.get(MetricName.CHANGE_COMMIT),
                        all,
                        row,
                        Quantity.CUMULATIVE_COMMIT,
                        then.commit());
                change(
                        gauges.get(MetricName.CHANGE_OPEN),
                        all,
                        row,
                        Quantity.OPEN_AMOUNT,
                        then.open());
            }
        }
    }

    private static void change(
            Gauge gauge, Labels labels, PipelineForecast row, Quantity quantity, long then) {
        double now = Gauge.money(row.value(quantity), row.currency());
        gauge.add(labels, now - Gauge.money(then, row.currency()));
    }

    private void earlier(
            Node node,
            List<SameDay> periods,
            PipelineForecast row,
            Labels labels,
            Map<MetricName, Gauge> gauges) {
        Earlier earlier = new Earlier(periods);
        gauges.get(MetricName.COVERAGE_NEEDED).add(labels, Gauge.ratio(earlier.coverageNeeded()));
        gauges.get(MetricName.PACING).add(labels, Gauge.ratio(earlier.pacing(row)));
        if (node.level() > JUDGED_LEVELS) {
            return;
        }
        Gauge errors = gauges.get(MetricName.SAME_DAY_ERROR);
        for (SameDay day : periods) {
            Labels of = labels.add("judged_period", day.period());
            errors.add(of.add("forecast", "model"), day.error(day.model()));
            errors.add(of.add("forecast", "stage-weighted"), day.error(day.stageWeighted()));
            errors.add(of.add("forecast", "closed and commit"), day.error(day.commit()));
        }
    }

    @Override
    public List<String> getPrometheusNames() {
        return NAMES.stream().map(name -> name.key).toList();
    }
}
