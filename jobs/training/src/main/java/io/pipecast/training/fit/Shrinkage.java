package io.pipecast.training.fit;

/**
 * Rates from counts that are thin in places: gamma-Poisson, λ = (events + a) ÷ (exposure + a ÷
 * prior rate), so a cell of many events keeps its own rate and an empty one takes its prior. Rates
 * go from all stages by days ahead, to the stage, to the stage and time in it; each carries the
 * level it found nearer the present to the days further ahead, where data ends.
 */
final class Shrinkage {
    /** Events a prior weighs as much as, for deals that speak once. */
    private static final double PRIOR_EVENTS = 3;

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
                    along(sum(stage, false), sum(stage, true), all, counts.repeats(stage));
            for (int band = 0; band < BANDS; band++) {
                double[] cell =
                        along(
                                cut(events, stage, band),
                                cut(exposure, stage, band),
                                ofStage,
                                counts.repeats(stage, band));
                System.arraycopy(cell, 0, rates, (stage * BANDS + band) * AHEAD, AHEAD);
            }
        }
        return rates;
    }

    /** Rates of a part of the deals, shrunken to those of all of them. */
    double[] rates(double[] ofAll) {
        double[] rates = new double[events.length];
        for (int stage = 0; stage < counts.stages; stage++) {
            for (int band = 0; band < BANDS; band++) {
                double[] prior = cut(ofAll, stage, band);
                double[] cell =
                        along(
                                cut(events, stage, band),
                                cut(exposure, stage, band),
                                prior,
                                counts.repeats(stage, band));
                System.arraycopy(cell, 0, rates, (stage * BANDS + band) * AHEAD, AHEAD);
            }
        }
        return rates;
    }

    private double[] everyStage() {
        double[] d = new double[AHEAD];
        double[] e = new double[AHEAD];
        for (int stage = 0; stage < counts.stages; stage++) {
            addTo(d, sum(stage, false));
            addTo(e, sum(stage, true));
        }
        double[] rates = new double[AHEAD];
        double before = (total(d) + 0.5) / (total(e) + 1);
        for (int k = 0; k < AHEAD; k++) {
            before = (d[k] + PRIOR_EVENTS) / (e[k] + PRIOR_EVENTS / before);
            rates[k] = before;
        }
        return rates;
    }

    /**
     * Rates of a cell along the days ahead: the prior's shape, at the level the cell has shown so
     * far.
     */
    private static double[] along(double[] d, double[] e, double[] prior, double repeats) {
        double weight = PRIOR_EVENTS * repeats;
        double expected = 0;
        for (int k = 0; k < AHEAD; k++) {
            expected += e[k] * prior[k];
        }
        double level = (total(d) + weight) / (expected + weight);
        double[] rates = new double[AHEAD];
        for (int k = 0; k < AHEAD; k++) {
            double base = prior[k] * level;
            rates[k] = (d[k] + weight) / (e[k] + weight / base);
            level = rates[k] / prior[k];
        }
        return rates;
    }

    private double[] sum(int stage, boolean ofExposure) {
        double[] sums = new double[AHEAD];
        for (int band = 0; band < BANDS; band++) {
            addTo(sums, cut(ofExposure ? exposure : events, stage, band));
        }
        return sums;
    }

    private static double[] cut(double[] values, int stage, int band) {
        int from = (stage * BANDS + band) * AHEAD;
        return java.util.Arrays.copyOfRange(values, from, from + AHEAD);
    }

    private static void addTo(double[] sums, double[] values) {
        for (int k = 0; k < AHEAD; k++) {
            sums[k] += values[k];
        }
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
