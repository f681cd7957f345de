package io.pipecast.training.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/**
 * How sure a figure is, by drawing deals with replacement: the rows of a deal are not independent,
 * so rows are never drawn singly. All forecasts of the same rows are judged on the same draws, so
 * their differences are too.
 */
public final class Resampling {
    private final int[] dealOf;
    private final boolean[] came;
    private final byte[][] timesDrawn;

    /**
     * Draws of the deals of some rows; the same for the same seed.
     *
     * @param dealOf deal of each row, 0 to {@code deals} − 1
     * @param came what became of each row
     */
    public Resampling(int[] dealOf, int deals, boolean[] came, int draws, long seed) {
        this.dealOf = dealOf;
        this.came = came;
        this.timesDrawn = new byte[draws][deals];
        for (int draw = 0; draw < draws; draw++) {
            SplittableRandom random = new SplittableRandom(seed + draw);
            for (int i = 0; i < deals; i++) {
                timesDrawn[draw][random.nextInt(deals)]++;
            }
        }
    }

    /** The middle 95 % of the draws. */
    public record Interval(double low, double high) {
        /** Of the draws of a figure. */
        static Interval of(double[] draws) {
            double[] sorted = Arrays.stream(draws).filter(d -> !Double.isNaN(d)).sorted().toArray();
            if (sorted.length == 0) {
                return new Interval(Double.NaN, Double.NaN);
            }
            int last = sorted.length - 1;
            return new Interval(sorted[(int) (0.025 * last)], sorted[(int) (0.975 * last)]);
        }

        /** Of a figure made of two, draw by draw. */
        static Interval of(double[] first, double[] second, DoubleBinaryOperator made) {
            double[] draws = new double[first.length];
            Arrays.setAll(draws, i -> made.applyAsDouble(first[i], second[i]));
            return of(draws);
        }
    }

    /** Figures of a forecast, one for each draw. */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    public record Draws(double[] auc, double[] brier, double[] logLoss, double[] ece) {}

    /** Figures of a forecast on each draw. */
    public Draws of(double[] probabilities) {
        Ranked ranked = ranked(probabilities);
        int draws = timesDrawn.length;
        Draws figures =
                new Draws(
                        new double[draws], new double[draws], new double[draws], new double[draws]);
        double[][] byDeal = lossesByDeal(probabilities);
        for (int draw = 0; draw < draws; draw++) {
            byte[] times = timesDrawn[draw];
            double rows = sum(byDeal[2], times);
            figures.brier[draw] = sum(byDeal[0], times) / rows;
            figures.logLoss[draw] = sum(byDeal[1], times) / rows;
            take(ranked, times, rows, draw, figures);
        }
        return figures;
    }

    /** Rows in the order of their probability, side by side in memory. */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    private record Ranked(double[] probability, int[] deal, byte[] came) {}

    private Ranked ranked(double[] probabilities) {
        int[] order = ProbabilityScores.byProbability(probabilities);
        Ranked ranked =
                new Ranked(new double[order.length], new int[order.length], new byte[order.length]);
        for (int i = 0; i < order.length; i++) {
            ranked.probability[i] = probabilities[order[i]];
            ranked.deal[i] = dealOf[order[i]];
            ranked.came[i] = (byte) (came[order[i]] ? 1 : 0);
        }
        return ranked;
    }

    /** Mean of a value of the rows on each draw. */
    public double[] means(double[] values) {
        double[] sums = new double[timesDrawn.length == 0 ? 0 : timesDrawn[0].length];
        double[] rows = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            sums[dealOf[i]] += values[i];
            rows[dealOf[i]]++;
        }
        double[] means = new double[timesDrawn.length];
        Arrays.setAll(means, d -> sum(sums, timesDrawn[d]) / sum(rows, timesDrawn[d]));
        return means;
    }

    /** Squared errors, log losses and numbers of rows of each deal. */
    private double[][] lossesByDeal(double[] probabilities) {
        double[][] byDeal = new double[3][timesDrawn.length == 0 ? 0 : timesDrawn[0].length];
        for (int i = 0; i < probabilities.length; i++) {
            double miss = came[i] ? 1 - probabilities[i] : probabilities[i];
            byDeal[0][dealOf[i]] += miss * miss;
            byDeal[1][dealOf[i]] += ProbabilityScores.logLoss(probabilities[i], came[i]);
            byDeal[2][dealOf[i]]++;
        }
        return byDeal;
    }

    private static double sum(double[] byDeal, byte[] times) {
        double sum = 0;
        for (int deal = 0; deal < byDeal.length; deal++) {
            sum += byDeal[deal] * times[deal];
        }
        return sum;
    }

    /** The figures that need the rows in the order of their probability. */
    private static void take(Ranked of, byte[] times, double rows, int draw, Draws figures) {
        double pairs = 0;
        long misses = 0;
        long hits = 0;
        double[] gaps = new double[ProbabilityScores.BINS];
        int bin = 0;
        double binEnd = rows / gaps.length;
        for (int i = 0; i < of.deal.length; ) {
            double tie = of.probability[i];
            long hitsHere = 0;
            long seenHere = 0;
            do {
                while (hits + misses + seenHere >= binEnd && bin + 1 < gaps.length) {
                    bin++;
                    binEnd = (bin + 1) * rows / gaps.length;
                }
                int weight = times[of.deal[i]];
                int hit = weight * of.came[i];
                gaps[bin] += weight * tie - hit;
                hitsHere += hit;
                seenHere += weight;
                i++;
            } while (i < of.deal.length && of.probability[i] == tie);
            long missesHere = seenHere - hitsHere;
            pairs += hitsHere * (misses + missesHere / 2.0);
            hits += hitsHere;
            misses += missesHere;
        }
        figures.auc[draw] = pairs / ((double) hits * misses);
        figures.ece[draw] = Arrays.stream(gaps).map(Math::abs).sum() / rows;
    }
}
