package io.pipecast.model.scoring;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.scoring.HazardTables.Cause;

/**
 * How the deals of one cell, looked at on one day, end: the chance to be won by the end of each day
 * ahead, by discrete competing risks. Within a day the chance grows evenly.
 */
final class OutcomeCurve {
    private final float[] won;
    private final double lostFirstDay;

    private OutcomeCurve(float[] won, double lostFirstDay) {
        this.won = won;
        this.lostFirstDay = lostFirstDay;
    }

    /**
     * The curve of a cell.
     *
     * @param positions {@link io.pipecast.model.features.PeriodPosition} classes of the days from
     *     the first one on
     */
    static OutcomeCurve of(HazardTables tables, int cell, int stageLevel, byte[] positions) {
        Cause won = tables.won();
        Cause lost = tables.lost();
        float[] cumulative = new float[DaysAhead.LIMIT + 1];
        int row = cell * DaysAhead.COUNT;
        double open = 1;
        double wonSoFar = 0;
        double lostFirstDay = 0;
        for (int day = 0; day < DaysAhead.LIMIT; day++) {
            int band = DaysAhead.band(day);
            int position = positions[day];
            double w = won.base()[row + band] * won.calendar()[position] * won.level()[stageLevel];
            double l =
                    lost.base()[row + band] * lost.calendar()[position] * lost.level()[stageLevel];
            double ends = open * endingShare(w + l);
            double share = w == 0 ? 0 : w / (w + l);
            wonSoFar += ends * share;
            lostFirstDay = day == 0 ? ends * (1 - share) : lostFirstDay;
            open -= ends;
            cumulative[day + 1] = (float) Math.min(1, wonSoFar);
        }
        return new OutcomeCurve(cumulative, lostFirstDay);
    }

    /**
     * Chance to be won within {@code days} days of a moment at which the deal is still open.
     *
     * @param fraction share of the curve's first day that has passed
     */
    double within(double fraction, double days) {
        double before = at(fraction);
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
        if (days >= DaysAhead.LIMIT) {
            return won[DaysAhead.LIMIT];
        }
        int day = (int) days;
        return won[day] + (days - day) * (won[day + 1] - won[day]);
    }
}
