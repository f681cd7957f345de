package io.pipecast.model.rollup;

/** The standard normal distribution function; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
final class NormalLaw {
    private static final double[] B = {
        0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
    };

    private NormalLaw() {}

    /** Chance of a value up to z. */
    static double upTo(double z) {
        double x = Math.abs(z);
        double t = 1 / (1 + 0.2316419 * x);
        double series = t * (B[0] + t * (B[1] + t * (B[2] + t * (B[3] + t * B[4]))));
        double tail = 0.3989422804014327 * StrictMath.exp(-x * x / 2) * series;
        return z >= 0 ? 1 - tail : tail;
    }
}
