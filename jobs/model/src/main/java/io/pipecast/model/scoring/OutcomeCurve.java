package io.pipecast.model.scoring;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.scoring.HazardTables.Cause;

/**
 * How the deals of one cell, looked at on one day, end: the chance to be won by the end of each
 * step ahead, by discrete competing risks. Within a step the chance grows evenly.
 */
final class OutcomeCurve {
    private final float[] won;
    private final double lostFirstDay;

    private OutcomeCurve(float[] won, double lostFirstDay) {
        this.won = won;
        this.lostFirstDay = lostFirstDay;
    }

    /**
     * The curve of a cell; {@code stageLevel} is the index of the stage and the level of its deals.
     */
    static OutcomeCurve of(HazardTables tables, int cell, int stageLevel, CurveSteps steps) {
        Cause won = tables.won();
        Cause lost = tables.lost();
        double wonLevel = won.level()[stageLevel];
        double lostLevel = lost.level()[stageLevel];
        float[] cumulative = new float[CurveSteps.COUNT + 1];
        int row = cell * DaysAhead.COUNT;
        double open = 1;
        double wonSoFar = 0;
        double lostFirstDay = 0;
        for (int step = 0; step < CurveSteps.COUNT; step++) {
            int at = row + CurveSteps.BANDS[step];
            double w = won.base()[at] * steps.won[step] * wonLevel;
            double l = lost.base()[at] * steps.lost[step] * lostLevel;
            double ends = open * endingShare(w + l);
            double share = w == 0 ? 0 : w / (w + l);
            wonSoFar += ends * share;
            lostFirstDay = step == 0 ? ends * (1 - share) : lostFirstDay;
            open -= ends;
            cumulative[step + 1] = (float) Math.min(1, wonSoFar);
        }
        return new OutcomeCurve(cumulative, lostFirstDay);
    }

    /**
     * Chance to be won within {@code days} days of a moment at which the deal is still open.
     *
     * @param fraction share of the curve's first day that has passed
     */
    double within(double fraction, double days) {
        double before = fraction == 0 ? 0 : at(fraction);
        double open = 1 - before - fraction * lostFirstDay;
        return open <= 0 ? 0 : Math.min(1, Math.max(0, at(fraction + days) - before) / open);
    }

    /** 1 − e^−rate; by its series where that is exact to 1e-9, as it nearly always is. */
    private static double endingShare(double rate) {
        return rate < 0.01
                ? rate * (1 - rate / 2 * (1 - rate / 3 * (1 - rate / 4)))
                : -Math.expm1(-rate);
    }

    private double at(double days) {
        double steps = CurveSteps.at(days);
        int step = Math.min(CurveSteps.COUNT - 1, (int) steps);
        return won[step] + (steps - step) * (won[step + 1] - won[step]);
    }
}
