package io.pipecast.model.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickLogTest {
    @Test
    void isTheLogarithmToSevenDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double x = Math.exp(random.nextDouble() * 60 - 20);
            assertThat(QuickLog.of(x)).isCloseTo(Math.log(x), within(1e-8));
            assertThat(QuickLog.ofNext(x)).isCloseTo(Math.log1p(x), within(1e-8));
        }
    }

    @Test
    void saysNothingOfWhatNeverHappened() {
        assertThat(QuickLog.ofNext(0)).isZero();
        assertThat(QuickLog.ofNext(-1)).isZero();
        assertThat(QuickLog.ofNext(Double.NaN)).isZero();
    }

    @Test
    void growsWithItsArgument() {
        double before = -1;
        for (double x = 1e-6; x < 1e6; x *= 1.0001) {
            assertThat(QuickLog.ofNext(x)).isGreaterThanOrEqualTo(before);
            before = QuickLog.ofNext(x);
        }
    }
}
