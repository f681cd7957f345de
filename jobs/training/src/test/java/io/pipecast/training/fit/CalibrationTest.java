package io.pipecast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void findsWhatScoresWereDistortedBy() {
        Calibration found = distorted(50_000, 100);
        assertThat(found.intercept()).isCloseTo(-0.5, within(0.05));
        assertThat(found.slope()).isCloseTo(0.7, within(0.03));
    }

    @Test
    void hardlyTrustsAFewRows() {
        Calibration found = distorted(20, 1000);
        assertThat(found.intercept()).isCloseTo(0, within(0.1));
        assertThat(found.slope()).isCloseTo(1, within(0.1));
    }

    @Test
    void neverTurnsScoresAround() {
        double[] scores = new Random(1).doubles(10_000, -3, 3).toArray();
        boolean[] came = new boolean[scores.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = scores[i] < 0;
        }
        assertThat(Calibration.of(scores, came, 10, 0).slope()).isPositive();
    }

    @Test
    void goesHalfTheWayWhereThePriorIsToldAsMuchAsTheScores() {
        Calibration whole = distorted(20_000, 0);
        Calibration half = distorted(20_000, 0, 1);
        assertThat(half.intercept() / whole.intercept()).isBetween(0.4, 0.6);
        assertThat((1 - half.slope()) / (1 - whole.slope())).isBetween(0.4, 0.75);
    }

    private static Calibration distorted(int n, double prior) {
        return distorted(n, prior, 0);
    }

    /** True scores are −0.5 + 0.7 × the stated ones. */
    private static Calibration distorted(int n, double prior, double share) {
        Random random = new Random(7);
        double[] scores = new double[n];
        boolean[] came = new boolean[n];
        for (int i = 0; i < n; i++) {
            scores[i] = 2 * random.nextGaussian();
            came[i] = random.nextDouble() < 1 / (1 + Math.exp(0.5 - 0.7 * scores[i]));
        }
        return Calibration.of(scores, came, prior, share);
    }
}
