package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;
import java.util.List;
import java.util.Map;

/** For RevOps: how right the model in force has been, and the shadow beside it. */
final class ModelBoard {
    private static final String CHOSEN = "role=\"champion\", version=\"all\", measure=\"$measure\"";

    /** All models that have been in force, one after the other. */
    private static final String ALL = "role=\"champion\", version=\"all\"";

    private ModelBoard() {}

    static Board board() {
        return new Board(
                        "pipecast-model",
                        "Model quality",
                        "Are chances calibrated, do bands hold, have the deals changed? Judged by what became of forecasts, once their horizon has ended: of the models in force one after the other, as one.")
                .values(
                        "measure",
                        "Measure",
                        "label_values(" + Query.of(MetricName.MODEL_BRIER, ALL) + ", measure)",
                        "within14d")
                .put(inUse())
                .put(judged())
                .put(calibrationNow())
                .put(brier())
                .put(auc())
                .put(reliability())
                .put(covered())
                .put(errors())
                .put(calibration())
                .put(drift())
                .put(features())
                .put(byHand())
                .put(sameDay())
                .put(published());
    }

    private static Panel inUse() {
        return Panels.stat(
                        "Model in force",
                        "Version that the company's forecast uses.",
                        Look.COUNT,
                        Look.MODEL)
                .range("{{version}}", MetricName.MODEL_ACTIVE.key)
                .textOnly()
                .size(8, 4);
    }

    private static Panel judged() {
        return score(
                "Judged forecasts",
                "Forecasts whose outcome became known in the last 91 days of each model; a few hundred say something.",
                MetricName.MODEL_JUDGED,
                Look.COUNT,
                Look.plain(Look.QUOTA));
    }

    private static Panel score(
            String title,
            String description,
            MetricName metric,
            String unit,
            Map<String, Object> thresholds) {
        return Panels.stat(title, description, unit, thresholds)
                .range("", "max(" + Query.of(metric, CHOSEN) + ")")
                .size(4, 4);
    }

    private static Panel calibrationNow() {
        return score(
                "Calibration error",
                "Mean distance of share won and chance given.",
                MetricName.MODEL_CALIBRATION,
                Look.SHARE,
                Look.thresholds(Look.CLOSED, 0.05, Look.COMMIT, 0.1, Look.BAD));
    }

    private static Panel brier() {
        return score(
                "Brier score",
                "Mean squared error of the chances: 0 is perfect.",
                MetricName.MODEL_BRIER,
                Look.COUNT,
                Look.plain(Look.MODEL));
    }

    private static Panel auc() {
        return score(
                "AUC",
                "Chance that a deal that was won had been given more than one that was not; approximate.",
                MetricName.MODEL_AUC,
                Look.COUNT,
                Look.plain(Look.MODEL));
    }

    private static Panel reliability() {
        Panel columns =
                Panels.columns(
                                "Chance given and share won",
                                "Forecasts of about the same chance: what was given, and what came true. Where they differ, the model is wrong.",
                                Look.SHARE,
                                "Chance from")
                        .rows(Query.by("bin", MetricName.MODEL_BIN_CHANCE, CHOSEN))
                        .rows(Query.by("bin", MetricName.MODEL_BIN_WON, CHOSEN));
        return Panels.joined(
                        columns, List.of(), "bin: Chance from", "Value #A: given", "Value #B: won")
                .override("given", "color", Look.fixed(Look.MODEL))
                .override("won", "color", Look.fixed(Look.CLOSED))
                .size(12, 9);
    }

    private static Panel covered() {
        return Panels.bars(
                        "Periods between P10 and P90",
                        "Share of ended periods that landed in their band, by level of the organization; eight in ten are right.",
                        Look.SHARE,
                        Look.thresholds(Look.BAD, 0.6, Look.COMMIT, 0.7, Look.CLOSED))
                .with("max", 1)
                .instant("{{measure}}", Query.by("measure", MetricName.MODEL_COVERED, ALL))
                .size(6, 9);
    }

    private static Panel errors() {
        return Panels.bars(
                        "Miss of P50",
                        "Mean distance of P50 from what a period closed at, by level of the organization.",
                        Look.SHARE,
                        Look.plain(Look.MODEL))
                .instant("{{measure}}", Query.by("measure", MetricName.MODEL_PERIOD_ERROR, ALL))
                .size(6, 9);
    }

    private static Panel calibration() {
        return Panels.lines(
                        "Calibration error by measure",
                        "Mean distance of share won and chance given, of the models in force and the shadow.",
                        Look.SHARE)
                .with("min", 0)
                .range("{{role}} {{measure}}", both(MetricName.MODEL_CALIBRATION))
                .size(12, 8);
    }

    private static String both(MetricName metric) {
        return "max by (role, measure) ("
                + Query.of(metric, ALL)
                + " or "
                + Query.of(metric, "role=\"shadow\"")
                + ")";
    }

    private static Panel drift() {
        return Panels.lines(
                        "Drift",
                        "Population stability index of the chances of the last 28 days against the model's first 28: above 0.2 the deals are others. Known from eight weeks after a model came into force, and kept by the ones after it.",
                        Look.COUNT)
                .with("min", 0)
                .range("{{role}} {{measure}}", both(MetricName.MODEL_DRIFT))
                .size(12, 8);
    }

    private static Panel features() {
        return Panels.lines(
                        "What deals look like",
                        "Population stability index of one feature of each kind of reason, of deals of the last 28 days against those the model was learned from: above 0.25 they are others. Known from a week and 100 deals on.",
                        Look.COUNT)
                .with("min", 0)
                .range(
                        "{{role}} {{feature}}",
                        "max by (role, feature) (" + MetricName.MODEL_FEATURE_DRIFT.key + ")")
                .size(12, 8);
    }

    private static Panel byHand() {
        return Panels.lines(
                        "Chances set by hand",
                        "Open deals with a chance set by hand in the current period, and such chances judged so far.",
                        Look.COUNT)
                .with("min", 0)
                .range("open deals", "max(" + MetricName.HAND_SET_DEALS.key + ")")
                .range("judged", "max(" + MetricName.HAND_SET_JUDGED.key + ")")
                .size(12, 8);
    }

    private static Panel sameDay() {
        return Panels.bars(
                        "Who was right on this same day",
                        "Mean miss of each forecast of the company on the same day of the last four periods, without its sign.",
                        Look.SHARE,
                        Look.plain(Look.MODEL))
                .instant(
                        "{{forecast}}",
                        "avg by (forecast) (abs("
                                + Query.of(
                                        MetricName.SAME_DAY_ERROR,
                                        "tree=\"reporting\", level=\"0\"")
                                + "))")
                .size(12, 6);
    }

    private static Panel published() {
        return Panels.bars(
                        "Published models",
                        "What became of the models that were published.",
                        Look.COUNT,
                        Look.plain(Look.QUOTA))
                .instant("{{state}}", Query.by("state", MetricName.MODELS, ""))
                .size(12, 6);
    }
}
