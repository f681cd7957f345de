package io.pipecast.board.metrics;

import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Published models and how right the one in force and the shadow have been. Models of the past have
 * no series: they do not move any more.
 */
final class ModelCollector implements MultiCollector {
    private final Views views;

    ModelCollector(Views views) {
        this.views = views;
    }

    @Override
    public MetricSnapshots collect() {
        List<ModelHealth> rows = watched();
        return MetricSnapshots.of(
                states(),
                gauge(MetricName.MODEL_JUDGED, rows, ModelHealth::judged),
                gauge(MetricName.MODEL_BRIER, rows, ModelHealth::brier),
                gauge(MetricName.MODEL_LOG_LOSS, rows, ModelHealth::logLoss),
                gauge(MetricName.MODEL_AUC, rows, ModelHealth::auc),
                gauge(MetricName.MODEL_CALIBRATION, rows, ModelHealth::calibrationError),
                gauge(MetricName.MODEL_DRIFT, rows, ModelHealth::drift),
                gauge(MetricName.MODEL_COVERED, rows, ModelHealth::covered));
    }

    private List<ModelHealth> watched() {
        List<ModelHealth> rows = new ArrayList<>();
        Node company = views.forecasts().company();
        if (company != null && company.current() != null) {
            rows.addAll(views.models().health(company.current().modelVersion(), false));
        }
        ModelStatus shadow = views.models().newest(ModelStatus.State.SHADOW);
        if (shadow != null) {
            rows.addAll(views.models().health(shadow.modelVersion(), true));
        }
        return rows;
    }

    private GaugeSnapshot states() {
        GaugeSnapshot.Builder gauge = gauge(MetricName.MODELS);
        for (ModelStatus.State state : ModelStatus.State.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            gauge.dataPoint(point(Labels.of("state", name), views.models().count(state)));
        }
        return gauge.build();
    }

    private static GaugeSnapshot gauge(
            MetricName name, List<ModelHealth> rows, ToDoubleFunction<ModelHealth> value) {
        GaugeSnapshot.Builder gauge = gauge(name);
        for (ModelHealth row : rows) {
            double known = value.applyAsDouble(row);
            if (!Double.isNaN(known)) {
                Labels labels =
                        Labels.of(
                                "version", row.modelVersion(),
                                "role", row.shadow() ? "shadow" : "champion",
                                "measure", row.measure());
                gauge.dataPoint(point(labels, known));
            }
        }
        return gauge.build();
    }

    private static GaugeSnapshot.Builder gauge(MetricName name) {
        return GaugeSnapshot.builder().name(name.key).help(name.help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
