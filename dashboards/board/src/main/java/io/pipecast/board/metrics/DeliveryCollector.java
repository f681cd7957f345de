package io.pipecast.board.metrics;

import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.alerting.Way;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;

/** How the delivery of alerts to Alertmanager goes. */
final class DeliveryCollector implements MultiCollector {
    private static final double SECOND = 1_000.0;

    private final DeliveryLog log;

    DeliveryCollector(DeliveryLog log) {
        this.log = log;
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(open(), waiting(), posts());
    }

    private GaugeSnapshot open() {
        GaugeSnapshot.Builder gauge = gauge(MetricName.ALERTS_DELIVERED);
        for (Way way : List.of(Way.NOW, Way.DIGEST)) {
            gauge.dataPoint(
                    GaugeDataPointSnapshot.builder()
                            .labels(Labels.of("delivery", way.label))
                            .value(log.open(way))
                            .build());
        }
        return gauge.build();
    }

    private GaugeSnapshot waiting() {
        double seconds = log.waitingMillis(System.currentTimeMillis()) / SECOND;
        return gauge(MetricName.DELIVERY_WAITING)
                .dataPoint(GaugeDataPointSnapshot.builder().value(seconds).build())
                .build();
    }

    private static GaugeSnapshot.Builder gauge(MetricName name) {
        return GaugeSnapshot.builder().name(name.key).help(name.help);
    }

    private CounterSnapshot posts() {
        MetricName name = MetricName.DELIVERY_POSTS;
        CounterSnapshot.Builder counter =
                CounterSnapshot.builder().name(name.key.replace("_total", "")).help(name.help);
        for (DeliveryLog.Result result : DeliveryLog.Result.values()) {
            counter.dataPoint(
                    CounterDataPointSnapshot.builder()
                            .labels(Labels.of("result", result.name().toLowerCase(Locale.ROOT)))
                            .value(log.posts(result))
                            .build());
        }
        return counter.build();
    }
}
