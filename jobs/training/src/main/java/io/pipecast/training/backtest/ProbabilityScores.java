package io.pipecast.training.backtest;

import java.util.Arrays;
import java.util.Random;

/**
 * How good stated probabilities were, judged by what happened.
 *
 * @param rows number of forecasts
 * @param base share that came true
 * @param auc area under the ROC curve, ties counted half; NaN when all ended alike
 * @param logLoss mean negative log-likelihood, probabilities kept 1e-9 away from 0 and 1
 * @param brier mean squared error
 * @param ece expected calibration error over ten bins of equal mass
 */
public record ProbabilityScores(
        int rows, double base, double auc, double logLoss, double brier, double ece) {
    /** Bins of equal mass of the calibration error. */
    static final int BINS = 10;

    private static final double EDGE = 1e-9;

    /**
     * Scores of forecasts; what stands at one index of both arrays belongs together. All NaN for
     * none.
     */
    public static ProbabilityScores of(double[] probabilities, boolean[] outcomes) {
        int n = probabilities.length;
        int[] order = byProbability(probabilities);
        return new ProbabilityScores(
                n,
                (double) hits(outcomes) / n,
                auc(probabilities, outcomes, order),
                logLoss(probabilities, outcomes),
                brier(probabilities, outcomes),
                ece(probabilities, outcomes, order));
    }

    /** Area under the ROC curve alone. */
    public static double auc(double[] probabilities, boolean[] outcomes) {
        return auc(probabilities, outcomes, byProbability(probabilities));
    }

    /** Mean negative log-likelihood alone. */
    public static double logLoss(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += logLoss(probabilities[i], outcomes[i]);
        }
        return sum / probabilities.length;
    }

    /** Negative log-likelihood of one forecast. */
    static double logLoss(double probability, boolean came) {
        return -Math.log(Math.max(EDGE, came ? probability : 1 - probability));
    }

    /** Mean squared error alone. */
    public static double brier(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double miss = outcomes[i] ? 1 - probabilities[i] : probabilities[i];
            sum += miss * miss;
        }
        return sum / probabilities.length;
    }

    private static double auc(double[] probabilities, boolean[] outcomes, int[] order) {
        int n = order.length;
        double rankSum = 0;
        for (int i = 0; i < n; ) {
            int end = i;
            int hitsHere = 0;
            while (end < n && probabilities[order[end]] == probabilities[order[i]]) {
                hitsHere += outcomes[order[end]] ? 1 : 0;
                end++;
            }
            rankSum += hitsHere * (i + 1.0 + end) / 2;
            i = end;
        }
        double hits = hits(outcomes);
        return (rankSum - hits * (hits + 1) / 2) / (hits * (n - hits));
    }

    private static double ece(double[] probabilities, boolean[] outcomes, int[] order) {
        int n = order.length;
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double difference = 0;
            for (int i = (int) ((long) bin * n / BINS); i < (int) ((bin + 1L) * n / BINS); i++) {
                difference += probabilities[order[i]] - (outcomes[order[i]] ? 1 : 0);
            }
            sum += Math.abs(difference);
        }
        return sum / n;
    }

    private static int hits(boolean[] outcomes) {
        int hits = 0;
        for (boolean outcome : outcomes) {
            hits += outcome ? 1 : 0;
        }
        return hits;
    }

    /**
     * Row indexes by ascending probability; ties are mixed, so that no bin gets them in order of
     * time.
     */
    static int[] byProbability(double[] probabilities) {
        double[] distinct = Arrays.stream(probabilities).sorted().distinct().toArray();
        int[] rank = new int[probabilities.length];
        int[] place = new int[distinct.length + 1];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = Arrays.binarySearch(distinct, probabilities[i]);
            place[rank[i] + 1]++;
        }
        Arrays.parallelPrefix(place, Integer::sum);
        int[] order = new int[rank.length];
        for (int i : shuffled(rank.length)) {
            order[place[rank[i]]++] = i;
        }
        return order;
    }

    private static int[] shuffled(int n) {
        Random random = new Random(2);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
