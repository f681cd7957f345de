package io.pipecast.training.smile;

import java.util.Arrays;
import smile.classification.LogisticRegression;

/**
 * Ridge logistic regression by Smile (L-BFGS). Columns are brought to mean 0 and variance 1 before,
 * so that the ridge treats them alike, and the weights brought back after.
 *
 * @param weights by column
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record LogisticFit(double intercept, double[] weights) {
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_STEPS = 50;
    private static final double WIDE = 10;

    /**
     * Fits a model; the same on every machine, whatever its number of cores.
     *
     * @param x rows of columns; left in standardized form
     * @param y 0 or 1, both present
     * @param free number of last columns that the ridge leaves alone
     * @param ridge weight of the squared weights, in rows
     */
    public static LogisticFit of(double[][] x, int[] y, int free, double ridge) {
        double[][] moments = standardize(x, free);
        double[] means = moments[0];
        double[] scales = moments[1];
        double[] w =
                OneCore.call(
                        () ->
                                LogisticRegression.binomial(x, y, ridge, TOLERANCE, MOST_STEPS)
                                        .coefficients());
        double[] weights = new double[means.length];
        double intercept = w[weights.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = w[j] * scales[j];
            intercept -= weights[j] * means[j];
        }
        return new LogisticFit(intercept, weights);
    }

    /** Standardizes in place; returns means and scales by column. */
    static double[][] standardize(double[][] x, int free) {
        double[] means = new double[x[0].length];
        double[] scales = new double[means.length];
        double[] squares = new double[means.length];
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                means[j] += row[j];
                squares[j] += row[j] * row[j];
            }
        }
        for (int j = 0; j < means.length; j++) {
            means[j] /= x.length;
            double variance = squares[j] / x.length - means[j] * means[j];
            scales[j] = variance > 1e-10 ? 1 / Math.sqrt(variance) : 0;
            // a wide column needs but a small weight, which costs next to nothing
            scales[j] *= j >= means.length - free ? WIDE : 1;
        }
        for (double[] row : x) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (row[j] - means[j]) * scales[j];
            }
        }
        return new double[][] {means, scales};
    }

    /** Logarithm of the odds of a row as it was before standardizing. */
    public double score(double[] row) {
        double score = intercept;
        for (int j = 0; j < weights.length; j++) {
            score += weights[j] * row[j];
        }
        return score;
    }

    @Override
    public String toString() {
        return intercept + " " + Arrays.toString(weights);
    }
}
