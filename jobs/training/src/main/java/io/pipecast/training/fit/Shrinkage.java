package io.pipecast.training.fit;

import java.util.Arrays;

/**
 * Rates from counts that are thin in places: gamma-Poisson, λ = (events + a) ÷ (exposure + a ÷
 * prior rate), so a cell of many events keeps its own rate and an empty one takes its prior. Priors
 * go from all stages by days ahead, to the stage, to the stage and time in it, each at the level of
 * what was seen just before and after; where data ends, the wider prior stands.
 */
final class Shrinkage {
    /** Events a prior weighs as much as, for deals that speak once. */
    private static final double PRIOR_EVENTS = 3;

    /** Bands ahead on either side that set the level of a band. */
    private static final int BESIDE = 3;

    private static final int AHEAD = CellCounts.AHEAD;
    private static final int BANDS = CellCounts.BANDS;

    private final CellCounts counts;
    private final double[] events;
    private final double[] exposure;

    /**
     * Rates of one cause.
     *
     * @param events by stage × time band × band ahead
     * @param exposure days at risk, scaled by calendar and level, alike
     */
    Shrinkage(CellCounts counts, double[] events, double[] exposure) {
        this.counts = counts;
        this.events = events;
        this.exposure = exposure;
    }

    /** Rates by stage × time band × band ahead. */
    double[] rates() {
        double[] all = everyStage();
        double[] rates = new double[events.length];
        for (int stage = 0; stage < counts.stages; stage++) {
            double[] ofStage =
                    along(sum(events, stage), sum(exposure, stage), all, counts.repeats(stage));
            for (int band = 0; band < BANDS; band++) {
                putCell(rates, stage, band, ofStage);
            }
        }
        return rates;
    }

    /** Rates of a part of the deals, shrunken to those of all of them. */
    double[] rates(double[] ofAll) {
        double[] rates = new double[events.length];
        for (int stage = 0; stage < counts.stages; stage++) {
            for (int band = 0; band < BANDS; band++) {
                putCell(rates, stage, band, cell(ofAll, stage, band));
            }
        }
        return rates;
    }

    private void putCell(double[] rates, int stage, int band, double[] prior) {
        double[] d = cell(events, stage, band);
        double[] e = cell(exposure, stage, band);
        double[] cell = along(d, e, prior, counts.repeats(stage, band));
        System.arraycopy(cell, 0, rates, (stage * BANDS + band) * AHEAD, AHEAD);
    }

    private double[] everyStage() {
        double[] d = new double[AHEAD];
        double[] e = new double[AHEAD];
        for (int stage = 0; stage < counts.stages; stage++) {
            addTo(d, sum(events, stage));
            addTo(e, sum(exposure, stage));
        }
        double[] rates = new double[AHEAD];
        double before = (total(d) + 0.5) / (total(e) + 1);
        for (int k = 0; k < AHEAD; k++) {
            before = (d[k] + PRIOR_EVENTS) / (e[k] + PRIOR_EVENTS / before);
            rates[k] = before;
        }
        return rates;
    }

    /** Rates of a cell along the days ahead: the prior's shape at the level of the bands beside. */
    private static double[] along(double[] d, double[] e, double[] prior, double repeats) {
        double weight = PRIOR_EVENTS * repeats;
        double[] rates = new double[AHEAD];
        for (int k = 0; k < AHEAD; k++) {
            double seen = weight;
            double expected = weight;
            for (int j = Math.max(0, k - BESIDE); j <= Math.min(AHEAD - 1, k + BESIDE); j++) {
                seen += j == k ? 0 : d[j];
                expected += j == k ? 0 : e[j] * prior[j];
            }
            double base = prior[k] * seen / expected;
            rates[k] = (d[k] + weight) / (e[k] + weight / base);
        }
        return rates;
    }

    private static double[] sum(double[] values, int stage) {
        double[] sums = new double[AHEAD];
        for (int band = 0; band < BANDS; band++) {
            addTo(sums, cell(values, stage, band));
        }
        return sums;
    }

    private static double[] cell(double[] values, int stage, int band) {
        int from = (stage * BANDS + band) * AHEAD;
        return Arrays.copyOfRange(values, from, from + AHEAD);
    }

    private static void addTo(double[] sums, double[] values) {
        for (int k = 0; k < AHEAD; k++) {
            sums[k] += values[k];
        }
    }

    private static double total(double[] values) {
        return Arrays.stream(values).sum();
    }
}
