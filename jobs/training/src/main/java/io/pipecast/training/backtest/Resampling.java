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
        int[] order = ProbabilityScores.byProbability(probabilities);
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
            ranked(probabilities, order, times, rows, draw, figures);
        }
        return figures;
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
    private void ranked(
            double[] p, int[] order, byte[] times, double rows, int draw, Draws figures) {
        double pairs = 0;
        double misses = 0;
        double hits = 0;
        double[] gaps = new double[ProbabilityScores.BINS];
        for (int i = 0; i < order.length; ) {
            double tie = p[order[i]];
            double hitsHere = 0;
            double missesHere = 0;
            for (; i < order.length && p[order[i]] == tie; i++) {
                int weight = times[dealOf[order[i]]];
                boolean hit = came[order[i]];
                int bin = (int) ((hits + misses + hitsHere + missesHere) * gaps.length / rows);
                gaps[Math.min(bin, gaps.length - 1)] += weight * (tie - (hit ? 1 : 0));
                hitsHere += hit ? weight : 0;
                missesHere += hit ? 0 : weight;
            }
            pairs += hitsHere * (misses + missesHere / 2);
            hits += hitsHere;
            misses += missesHere;
        }
        figures.auc[draw] = pairs / (hits * misses);
        figures.ece[draw] = Arrays.stream(gaps).map(Math::abs).sum() / rows;
    }
}
