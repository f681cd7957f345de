package io.pipecast.model.calibration;

/**
 * How right chances of 0 to 1 were, from counts in bins. All sums are integers, so neither the
 * order nor the grouping of what is added matters. Chances are millionths.
 */
public final class Calibration {
    /** Lower edges of the bins, millionths: narrow where most chances of open deals are. */
    private static final int[] EDGES = {
        0, 5_000, 10_000, 20_000, 30_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000,
        300_000, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000
    };

    /** Number of bins. */
    public static final int BINS = EDGES.length;

    private static final int MILLION = 1_000_000;

    private final long[] given = new long[BINS];
    private final long[] judged = new long[BINS];
    private final long[] won = new long[BINS];
    private final long[] chances = new long[BINS];
    private long squares;
    private long logs;

    /** Bin of a chance in millionths. */
    public static int bin(int chance) {
        int bin = BINS - 1;
        while (bin > 0 && chance < EDGES[bin]) {
            bin--;
        }
        return bin;
    }

    /** Lowest chance of a bin, 0–1; 1 for the bin after the last. */
    public static double edge(int bin) {
        return bin == BINS ? 1 : EDGES[bin] / (double) MILLION;
    }

    /** Squared error of a chance, millionths. */
    public static long square(int chance, boolean came) {
        long miss = came ? MILLION - chance : chance;
        return Math.round((double) miss * miss / MILLION);
    }

    /** Negative log likelihood of a chance kept from 0 and 1 by a millionth, millionths. */
    public static long logLoss(int chance, boolean came) {
        int kept = Math.min(MILLION - 1, Math.max(1, came ? chance : MILLION - chance));
        return Math.round(-Math.log(kept / (double) MILLION) * MILLION);
    }

    /** Adds forecasts that were made. */
    public void given(int bin, long count) {
        given[bin] += count;
    }

    /**
     * Adds forecasts that were judged.
     *
     * @param sum of their chances, millionths
     */
    public void judged(int bin, long count, long came, long sum) {
        judged[bin] += count;
        won[bin] += came;
        chances[bin] += sum;
    }

    /** Adds sums of {@link #square} and {@link #logLoss}. */
    public void losses(long sumOfSquares, long sumOfLogs) {
        squares += sumOfSquares;
        logs += sumOfLogs;
    }

    /** Forecasts made in a bin. */
    public long given(int bin) {
        return given[bin];
    }

    /** Judged forecasts of a bin. */
    public long judged(int bin) {
        return judged[bin];
    }

    /** Forecasts of a bin that came true. */
    public long won(int bin) {
        return won[bin];
    }

    /** Mean chance of the judged forecasts of a bin, 0–1; 0 without any. */
    public double meanChance(int bin) {
        return judged[bin] == 0 ? 0 : chances[bin] / (double) MILLION / judged[bin];
    }

    public long given() {
        return sum(given);
    }

    public long judged() {
        return sum(judged);
    }

    public long won() {
        return sum(won);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Mean squared error (Brier 1950), or NaN without judged forecasts. */
    public double brier() {
        return squares / (double) MILLION / judged();
    }

    /** Mean negative log likelihood, or NaN without judged forecasts. */
    public double logLoss() {
        return logs / (double) MILLION / judged();
    }

    /** Expected calibration error over the bins, or NaN without judged forecasts. */
    public double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(won[bin] - meanChance(bin) * judged[bin]);
        }
        return judged() == 0 ? Double.NaN : error / judged();
    }

    /**
     * Area under the ROC curve: the chance that a forecast that came true lies in a higher bin than
     * one that did not, the same bin counted half. NaN unless there are both.
     */
    public double auc() {
        double ordered = 0;
        double lowerLost = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double lost = judged[bin] - won[bin];
            ordered += won[bin] * (lowerLost + lost / 2);
            lowerLost += lost;
        }
        return ordered / (won() * lowerLost);
    }

    /** A chance of a bin: its lower edge, millionths. */
    public static int inBin(int bin) {
        return EDGES[bin];
    }

    /**
     * Population stability index of counts in the first bins against equal shares, each bin with
     * half a count more. NaN without any.
     */
    public double driftFromEven(int bins) {
        if (given() == 0) {
            return Double.NaN;
        }
        double index = 0;
        for (int bin = 0; bin < bins; bin++) {
            double share = (given[bin] + 0.5) / (given() + 0.5 * bins);
            index += (share - 1.0 / bins) * Math.log(share * bins);
        }
        return index;
    }

    /**
     * Population stability index of the forecasts given in two stretches of time: the sum over bins
     * of (share − share before) × ln(share ÷ share before), each bin with half a forecast more. NaN
     * where one has none.
     */
    public static double drift(Calibration before, Calibration after) {
        if (before.given() == 0 || after.given() == 0) {
            return Double.NaN;
        }
        double index = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double a = (before.given[bin] + 0.5) / (before.given() + 0.5 * BINS);
            double b = (after.given[bin] + 0.5) / (after.given() + 0.5 * BINS);
            index += (b - a) * Math.log(b / a);
        }
        return index;
    }
}
