package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.Columns;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.Trees;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.fit.FormLosses.Margin;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.smile.LogisticFit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Decides what form of model serves, learns it on everything known and calibrates it by what the
 * rolling origins showed.
 */
final class EffectsTrainer {
    /** What a form must do better than a simpler one. */
    private static final Margin WORTH = new Margin(1, 0.005, 0.0025);

    /** The same for looking at deals at all. */
    private static final Margin SIGNAL = new Margin(2, 0, Double.NEGATIVE_INFINITY);

    /** Rows learned from in the end. */
    private static final int MOST_ROWS = 60_000;

    private final TrainingRows all;
    private final SalesCalendar calendar;
    private final int stages;
    private final int cutDay;
    private final Map<String, Double> metrics = new TreeMap<>();
    private Candidate choice = Candidate.TABLE;
    private Calibration[] calibrations;
    private EffectData learnedFrom;

    /** A trainer on what was known before a cut. */
    EffectsTrainer(TrainingRows all, SalesCalendar calendar, int stages, int cutDay) {
        this.all = all;
        this.calendar = calendar;
        this.stages = stages;
        this.cutDay = cutDay;
    }

    /** Judges what an effort allows and chooses. */
    EffectsTrainer choose(Effort effort, Consumer<String> progress) {
        Judged judged = RollingOrigins.judge(all, calendar, stages, cutDay, effort, progress);
        if (judged.isEmpty()) {
            return this;
        }
        double told = judged.told();
        FormLosses least = null;
        choice = Candidate.BASE_RATE;
        for (Candidate candidate : Candidate.of(effort)) {
            Calibration[] by = judged.calibrations(candidate);
            FormLosses losses = judged.losses(candidate, by);
            metrics.put("loss." + candidate.label(), losses.sum() / told);
            if (least == null || losses.areBelow(least, choice.flat() ? SIGNAL : WORTH)) {
                least = losses;
                choice = candidate;
                calibrations = by;
            }
        }
        metrics.put("signal", choice.flat() ? 0.0 : 1.0);
        metrics.put("chosen." + choice.label(), 1.0);
        put(judged.within14(choice, calibrations));
        return this;
    }

    /** The chosen form with its calibration, to be learned on what was known before another cut. */
    EffectsTrainer at(int day) {
        EffectsTrainer other = new EffectsTrainer(all, calendar, stages, day);
        other.choice = choice;
        other.calibrations = calibrations;
        return other;
    }

    private void put(ProbabilityScores scores) {
        if (scores.rows() > 0) {
            metrics.put("holdout.rows", (double) scores.rows());
            metrics.put("holdout.base", scores.base());
            metrics.put("holdout.auc", scores.auc());
            metrics.put("holdout.logLoss", scores.logLoss());
            metrics.put("holdout.brier", scores.brier());
            metrics.put("holdout.ece", scores.ece());
        }
    }

    /** What was chosen. */
    Candidate choice() {
        return choice;
    }

    /** Losses of the forms by name, and how the chosen one did at the rolling origins. */
    Map<String, Double> metrics() {
        return metrics;
    }

    /** What deals were like; call it after {@link #effects}. */
    NormsFit norms() {
        return learnedFrom == null
                ? NormsFit.of(all, cutDay)
                : new NormsFit(learnedFrom.features, learnedFrom.odds.rows());
    }

    /** The chosen effects on top of hazards, or null when there are none. */
    DealEffects effects(HazardTables hazards) {
        if (!choice.isLinear() && !choice.trees()) {
            return null;
        }
        CellChances tables = new CellChances(hazards);
        EffectData data =
                EffectData.of(all, calendar, tables, cutDay, cutDay, 0, cutDay, MOST_ROWS);
        EffectsFit fit = EffectsFit.of(data, stages, cutDay);
        if (fit.spans() == 0) {
            return null;
        }
        learnedFrom = data;
        LogisticFit[] linear = choice.isLinear() ? fit.linear() : null;
        Trees[] trees = choice.trees() ? fit.trees() : null;
        return assemble(data, fit.columns(), fit.spans(), linear, trees);
    }

    private DealEffects assemble(
            EffectData data, Columns columns, int spans, LogisticFit[] linear, Trees[] trees) {
        int outputs = DealEffects.CAUSES * spans;
        Columns used = linear == null ? columns.only(new int[0]) : columns;
        double[] weights = new double[used.size() * outputs];
        double[] hazardWeights = new double[2 * outputs];
        double[] intercepts = new double[outputs];
        double[] mixture = new double[3 * outputs];
        Trees[] byOutput = new Trees[trees == null ? 0 : outputs];
        for (int output = 0; output < outputs; output++) {
            int from = 2 * (output % spans) + output / spans;
            if (linear != null) {
                intercepts[output] = linear[from].intercept();
                double[] w = linear[from].weights();
                for (int column = 0; column < used.size(); column++) {
                    weights[column * outputs + output] = w[column];
                }
                hazardWeights[2 * output] = w[used.size()];
                hazardWeights[2 * output + 1] = w[used.size() + 1];
            }
            if (trees != null) {
                byOutput[output] = trees[from];
            }
            Calibration by = calibrations[from];
            mixture[3 * output] = by.intercept();
            mixture[3 * output + 1] = by.slope() * choice.linearShare();
            mixture[3 * output + 2] = by.slope() * choice.treeShare();
        }
        return new DealEffects(
                data.records,
                used,
                spansOf(spans),
                weights,
                hazardWeights,
                intercepts,
                byOutput,
                mixture);
    }

    private static DealEffects.Spans spansOf(int count) {
        int[] first = new int[count];
        int[] end = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = Span.of(i).firstBand();
            end[i] = Span.of(i).endBand();
        }
        return new DealEffects.Spans(first, end);
    }
}
