package io.pipecast.board.metrics;

import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelHealth.Bin;
import io.pipecast.codec.output.ModelStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Published models and how right the one in force and the shadow have been, and all that have been
 * in force together under the version {@code all}. Models of the past have no series of their own:
 * they do not move any more.
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
                features(),
                bins(MetricName.MODEL_BIN_CHANCE, rows, Bin::meanChance),
                bins(MetricName.MODEL_BIN_WON, rows, bin -> (double) bin.won() / bin.judged()),
                gauge(MetricName.MODEL_COVERED, rows, ModelHealth::covered),
                gauge(MetricName.MODEL_PERIOD_ERROR, rows, ModelHealth::error));
    }

    private static GaugeSnapshot bins(
            MetricName name, List<ModelHealth> rows, ToDoubleFunction<Bin> value) {
        Gauge gauge = new Gauge(name);
        for (ModelHealth row : rows) {
            for (Bin bin : row.bins()) {
                if (bin.judged() > 0) {
                    String range = String.format(Locale.ROOT, "%.3f", bin.from());
                    gauge.add(labels(row).add("bin", range), value.applyAsDouble(bin));
                }
            }
        }
        return gauge.snapshot();
    }

    private List<ModelHealth> watched() {
        List<ModelHealth> rows = new ArrayList<>(views.models().together());
        rows.addAll(ofModelsAtWork(views.models()::health));
        return rows;
    }

    /** Rows of the model in force and of the shadow. */
    private List<ModelHealth> ofModelsAtWork(
            BiFunction<String, Boolean, List<ModelHealth>> ofVersion) {
        List<ModelHealth> rows = new ArrayList<>();
        Node company = views.forecasts().company();
        if (company != null && company.current() != null) {
            rows.addAll(ofVersion.apply(company.current().modelVersion(), false));
        }
        ModelStatus shadow = views.models().newest(ModelStatus.State.SHADOW);
        if (shadow != null) {
            rows.addAll(ofVersion.apply(shadow.modelVersion(), true));
        }
        return rows;
    }

    private GaugeSnapshot features() {
        Gauge gauge = new Gauge(MetricName.MODEL_FEATURE_DRIFT);
        for (ModelHealth row : ofModelsAtWork(views.models()::features)) {
            Labels labels =
                    Labels.of(
                            "version", row.modelVersion(),
                            "role", row.shadow() ? "shadow" : "champion",
                            "feature", row.measure().substring(ModelHealth.FEATURE.length()));
            gauge.add(labels, row.drift());
        }
        return gauge.snapshot();
    }

    private GaugeSnapshot states() {
        Gauge gauge = new Gauge(MetricName.MODELS);
        for (ModelStatus.State state : ModelStatus.State.values()) {
            String name = state.name().toLowerCase(Locale.ROOT);
            gauge.add(Labels.of("state", name), views.models().count(state));
        }
        return gauge.snapshot();
    }

    private static GaugeSnapshot gauge(
            MetricName name, List<ModelHealth> rows, ToDoubleFunction<ModelHealth> value) {
        Gauge gauge = new Gauge(name);
        rows.forEach(row -> gauge.add(labels(row), value.applyAsDouble(row)));
        return gauge.snapshot();
    }

    private static Labels labels(ModelHealth row) {
        return Labels.of(
                "version", row.modelVersion(),
                "role", row.shadow() ? "shadow" : "champion",
                "measure", row.measure());
    }
}
