package io.pipecast.model.closing;

/**
 * Student's t distribution for whole degrees of freedom; distribution function by the finite sums
 * of Abramowitz and Stegun 26.7.3 and 26.7.4.
 */
public final class StudentLaw {
    private static final double FARTHEST = 1e6;
    private static final int HALVINGS = 80;

    private StudentLaw() {}

    /** Distribution function. */
    public static double upTo(double t, int freedom) {
        double theta = StrictMath.atan(Math.abs(t) / Math.sqrt(freedom));
        double inside = freedom % 2 == 1 ? insideOdd(theta, freedom) : insideEven(theta, freedom);
        return t >= 0 ? (1 + inside) / 2 : (1 - inside) / 2;
    }

    private static double insideOdd(double theta, int freedom) {
        double cos = StrictMath.cos(theta);
        double term = cos;
        double sum = freedom > 1 ? cos : 0;
        for (int k = 3; k <= freedom - 2; k += 2) {
            term *= cos * cos * (k - 1) / k;
            sum += term;
        }
        return 2 / Math.PI * (theta + StrictMath.sin(theta) * sum);
    }

    private static double insideEven(double theta, int freedom) {
        double cos = StrictMath.cos(theta);
        double term = 1;
        double sum = 1;
        for (int k = 2; k <= freedom - 2; k += 2) {
            term *= cos * cos * (k - 1) / k;
            sum += term;
        }
        return StrictMath.sin(theta) * sum;
    }

    /** Quantile by halving, for probabilities strictly between 0 and 1. */
    public static double quantile(double q, int freedom) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (upTo(middle, freedom) < q) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
