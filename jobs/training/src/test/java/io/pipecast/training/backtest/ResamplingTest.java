package io.pipecast.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.training.backtest.Resampling.Draws;
import io.pipecast.training.backtest.Resampling.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static final int ROWS = 400;
    private final int[] dealOf = new int[ROWS];
    private final boolean[] came = new boolean[ROWS];
    private final double[] good = new double[ROWS];
    private final double[] bad = new double[ROWS];

    ResamplingTest() {
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            dealOf[i] = i / 10;
            came[i] = dealOf[i] % 2 == 0;
            good[i] = (came[i] ? 0.7 : 0.1) + random.nextInt(3) / 10.0;
            bad[i] = random.nextInt(10) / 10.0;
        }
    }

    @Test
    void figuresOfADrawAreThoseOfTheRowsDrawn() {
        // 40 deals that are all alike but for their number: every draw is the same rows
        int[] alike = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            alike[i] = i % 40;
            came[i] = i / 40 % 2 == 0;
            bad[i] = i / 40 / 10.0;
        }
        Draws draws = new Resampling(alike, 40, came, 5, 1).of(bad);
        ProbabilityScores whole = ProbabilityScores.of(bad, came);
        for (int draw = 0; draw < 5; draw++) {
            assertThat(draws.auc()[draw]).isCloseTo(whole.auc(), within(1e-9));
            assertThat(draws.brier()[draw]).isCloseTo(whole.brier(), within(1e-9));
            assertThat(draws.logLoss()[draw]).isCloseTo(whole.logLoss(), within(1e-9));
            assertThat(draws.ece()[draw]).isCloseTo(whole.ece(), within(1e-9));
        }
    }

    @Test
    void isSureOfADifferenceOnlyWhereDealsAgree() {
        Resampling resampling = new Resampling(dealOf, 40, came, 200, 1);
        Draws first = resampling.of(good);
        Draws second = resampling.of(bad);
        assertThat(Interval.of(first.brier(), second.brier(), (a, b) -> a - b).high()).isNegative();
        assertThat(Interval.of(first.auc(), first.auc(), (a, b) -> a - b))
                .isEqualTo(new Interval(0, 0));
        Interval auc = Interval.of(second.auc());
        assertThat(ProbabilityScores.auc(bad, came)).isBetween(auc.low(), auc.high());
    }

    @Test
    void drawsDependOnTheSeedAlone() {
        double[] once = new Resampling(dealOf, 40, came, 20, 5).of(bad).auc();
        assertThat(new Resampling(dealOf, 40, came, 20, 5).of(bad).auc()).isEqualTo(once);
        assertThat(new Resampling(dealOf, 40, came, 20, 50).of(bad).auc()).isNotEqualTo(once);
    }

    @Test
    void nothingDrawnIsNotKnown() {
        Draws draws = new Resampling(new int[0], 0, new boolean[0], 3, 1).of(new double[0]);
        assertThat(Interval.of(draws.brier()).low()).isNaN();
    }
}
