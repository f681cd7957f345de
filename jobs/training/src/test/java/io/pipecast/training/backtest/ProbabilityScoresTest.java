package io.pipecast.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbabilityScoresTest {
    @Test
    void scoresAFewForecastsAsByHand() {
        double[] p = {0.1, 0.4, 0.35, 0.8};
        boolean[] y = {false, false, true, true};
        ProbabilityScores scores = ProbabilityScores.of(p, y);
        assertThat(scores.auc()).isCloseTo(0.75, within(1e-12));
        assertThat(scores.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-12));
        double logLoss = -(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4;
        assertThat(scores.logLoss()).isCloseTo(logLoss, within(1e-12));
        assertThat(scores.base()).isEqualTo(0.5);
    }

    @Test
    void countsTiesHalf() {
        assertThat(
                        ProbabilityScores.auc(
                                new double[] {0.3, 0.3, 0.3}, new boolean[] {true, false, false}))
                .isEqualTo(0.5);
    }

    @Test
    void measuresCalibrationByBinsOfEqualMass() {
        int n = 100_000;
        double[] p = new double[n];
        boolean[] y = new boolean[n];
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            p[i] = random.nextDouble();
            y[i] = random.nextDouble() < p[i];
        }
        assertThat(ProbabilityScores.of(p, y).ece()).isLessThan(0.01);
        for (int i = 0; i < n; i++) {
            p[i] = p[i] / 2;
        }
        assertThat(ProbabilityScores.of(p, y).ece()).isCloseTo(0.25, within(0.01));
    }

    @Test
    void keepsCertaintiesThatFailFinite() {
        assertThat(ProbabilityScores.logLoss(new double[] {0}, new boolean[] {true}))
                .isCloseTo(-Math.log(1e-9), within(1e-9));
    }

    @Test
    void hasNoAucWhereAllEndedAlike() {
        assertThat(ProbabilityScores.auc(new double[] {0.1, 0.2}, new boolean[] {true, true}))
                .isNaN();
    }

    @Test
    void tiesOfManyRowsDoNotOverflow() {
        int rows = 300_000;
        boolean[] came = new boolean[rows];
        for (int i = 0; i < rows; i += 3) {
            came[i] = true;
        }
        assertThat(ProbabilityScores.auc(new double[rows], came)).isEqualTo(0.5);
    }
}
