package io.pipecast.model.rollup;

import io.pipecast.model.closing.StudentLaw;
import io.pipecast.model.closing.Uncertainty;

/**
 * The law of the one factor S on everything still to come: 1 + spread × Student's t, cut off where
 * hardly anything lies, with mean 1. It is kept as the law of 1 ÷ S, uniform between knots, because
 * then the law of S × R needs nothing of R but the integral H of its distribution function: P(S R ≤
 * x) = Σ w (H(x b) − H(x a)) ÷ (x (b − a)) over the intervals [a, b] of 1 ÷ S with their weights w.
 * So any R is smeared without steps, however few knots there are.
 */
final class CommonFactor {
    /** Where the knots lie; P10, P50 and P90 of S itself are exact. */
    private static final double[] LEVELS = {
        0.002, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.998
    };

    /** S stays within 1 ± this. */
    private static final double FARTHEST = 0.9;

    /** A smaller spread is no spread. */
    private static final double LEAST = 1e-3;

    /** Least factor between two knots. */
    private static final double APART = 1.0001;

    private final double[] knots;
    private final double[] weights;

    private CommonFactor(double[] knots, double[] weights) {
        this.knots = knots;
        this.weights = weights;
    }

    /** The factor, or null where it is always 1. */
    static CommonFactor of(Uncertainty uncertainty) {
        if (uncertainty.spread() < LEAST) {
            return null;
        }
        int last = LEVELS.length - 1;
        double[] knots = new double[LEVELS.length];
        for (int k = 0; k <= last; k++) {
            double t = StudentLaw.quantile(LEVELS[last - k], uncertainty.freedom());
            double off = Math.max(-FARTHEST, Math.min(FARTHEST, uncertainty.spread() * t));
            double knot = 1 / (1 + off);
            knots[k] = k == 0 ? knot : Math.max(knot, knots[k - 1] * APART);
        }
        double[] shares = new double[last];
        double mean = 0;
        for (int k = 0; k < last; k++) {
            double low = k == last - 1 ? 0 : LEVELS[last - k - 1];
            double high = k == 0 ? 1 : LEVELS[last - k];
            shares[k] = high - low;
            mean += shares[k] * StrictMath.log(knots[k + 1] / knots[k]) / (knots[k + 1] - knots[k]);
        }
        return scaled(knots, shares, mean);
    }

    /** Makes the mean 1, and puts what belongs to one knot together. */
    private static CommonFactor scaled(double[] knots, double[] shares, double mean) {
        double[] weights = new double[knots.length];
        for (int k = 0; k < knots.length; k++) {
            knots[k] *= mean;
        }
        for (int k = 0; k < shares.length; k++) {
            double density = shares[k] / (knots[k + 1] - knots[k]);
            weights[k + 1] += density;
            weights[k] -= density;
        }
        return new CommonFactor(knots, weights);
    }

    /** Largest value of S. */
    double largest() {
        return 1 / knots[0];
    }

    /** P(S × R ≤ x) for x above 0. */
    double upTo(Lattice rest, double x) {
        double sum = 0;
        for (int k = 0; k < knots.length; k++) {
            sum += weights[k] * rest.integral(x * knots[k]);
        }
        return sum / x;
    }
}
