package io.pipecast.training.fit;

/**
 * Brings scores to what came about: score' = intercept + slope × score by logistic regression
 * (Platt), drawn to 0 and 1.
 *
 * @param intercept added
 * @param slope factor
 */
record Calibration(double intercept, double slope) {
    static final Calibration NONE = new Calibration(0, 1);

    private static final int STEPS = 25;
    private static final double LEAST_SLOPE = 0.2;
    private static final double MOST_SLOPE = 1.5;

    /**
     * A calibration.
     *
     * @param scores logarithms of odds
     * @param came whether it came about
     * @param prior rows, as likely as not to come about, that the prior weighs as much as at least
     * @param share of what the scores tell of both that the prior weighs as much as at least
     */
    static Calibration of(double[] scores, boolean[] came, double prior, double share) {
        double a = 0;
        double b = 1;
        double priorA = prior / 4;
        double priorB = prior;
        double toldA = 0;
        double toldB = 0;
        for (double score : scores) {
            double p = 1 / (1 + Math.exp(-score));
            toldA += p * (1 - p);
            toldB += p * (1 - p) * score * score;
        }
        priorA = Math.max(priorA, share * toldA);
        priorB = Math.max(priorB, share * toldB);
        for (int step = 0; step < STEPS; step++) {
            double ga = -priorA * a;
            double gb = -priorB * (b - 1);
            double haa = priorA;
            double hab = 0;
            double hbb = priorB;
            for (int i = 0; i < scores.length; i++) {
                double p = 1 / (1 + Math.exp(-(a + b * scores[i])));
                double error = (came[i] ? 1 : 0) - p;
                double weight = p * (1 - p);
                ga += error;
                gb += error * scores[i];
                haa += weight;
                hab += weight * scores[i];
                hbb += weight * scores[i] * scores[i];
            }
            double determinant = haa * hbb - hab * hab;
            a += bounded((hbb * ga - hab * gb) / determinant);
            b += bounded((haa * gb - hab * ga) / determinant);
        }
        return new Calibration(a, Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, b)));
    }

    private static double bounded(double step) {
        return Double.isFinite(step) ? Math.max(-1, Math.min(1, step)) : 0;
    }

    double of(double score) {
        return intercept + slope * score;
    }
}
