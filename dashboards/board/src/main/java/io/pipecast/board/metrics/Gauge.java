package io.pipecast.board.metrics;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** A metric of the catalogue being filled for one scrape. */
final class Gauge {
    private static final double MILLION = 1_000_000.0;

    private final GaugeSnapshot.Builder gauge;

    Gauge(MetricName name) {
        gauge = GaugeSnapshot.builder().name(name.key).help(name.help);
    }

    /** Adds a series; what is not known, NaN, has none. */
    void add(Labels labels, double value) {
        if (!Double.isNaN(value)) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
        }
    }

    GaugeSnapshot snapshot() {
        return gauge.build();
    }

    /** Minor units as major units, NaN where missing. */
    static double money(long minor, String currency) {
        return minor == Quantity.MISSING
                ? Double.NaN
                : minor / Math.pow(10, MinorUnits.exponent(currency));
    }

    /** Millionths as 0–1, NaN where missing. */
    static double ratio(long millionths) {
        return millionths == Quantity.MISSING ? Double.NaN : millionths / MILLION;
    }
}
