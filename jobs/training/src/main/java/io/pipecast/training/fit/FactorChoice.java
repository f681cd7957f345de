package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DealFactor;
import io.pipecast.training.rows.Row;
import java.util.Arrays;

/**
 * Decides by which trait of a deal, if any, the hazards are scaled: each candidate is learned on
 * one half of the deals and judged on the other, both ways round, and the plain model stays unless
 * another saves a clear share of its log loss.
 */
final class FactorChoice {
    private static final double CLEARLY = 0.0005;
    private static final int LEAST_ROWS = 400;

    /** Rows looked at. */
    private static final int MOST_ROWS = 30_000;

    private final SalesCalendar calendar;
    private final int stages;
    private final int cutDay;
    private final long[] rows;

    private FactorChoice(long[] rows, int stages, SalesCalendar calendar, int cutDay) {
        this.calendar = calendar;
        this.stages = stages;
        this.cutDay = cutDay;
        this.rows = rows;
    }

    /** The factor for packed rows, all before the cut. */
    static DealFactor of(long[] rows, int stages, SalesCalendar calendar, int cutDay) {
        return new FactorChoice(Sample.atMost(MOST_ROWS, rows), stages, calendar, cutDay).best();
    }

    private DealFactor best() {
        DealFactor best = DealFactor.NONE;
        double plain = loss(DealFactor.NONE);
        double least = plain * (1 - CLEARLY);
        for (DealFactor factor : DealFactor.values()) {
            double loss = factor == DealFactor.NONE ? plain : loss(factor);
            // not a number where there is too little to judge
            if (loss < least) {
                least = loss;
                best = factor;
            }
        }
        return best;
    }

    private double loss(DealFactor factor) {
        return loss(factor, 0) + loss(factor, 1);
    }

    private double loss(DealFactor factor, int half) {
        long[] learned = half(1 - half);
        Judgement judgement = new Judgement(calendar, half(half), 0, cutDay);
        if (judgement.size() < LEAST_ROWS) {
            return Double.NaN;
        }
        HazardFit fit = new HazardFit(learned, stages, calendar, cutDay);
        return judgement.loss(fit.fit(factor, Support.unlimited(stages)));
    }

    private long[] half(int half) {
        return Arrays.stream(rows).filter(row -> (Row.lot(row) & 1) == half).toArray();
    }
}
