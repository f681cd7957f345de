package io.pipecast.model.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeriodCurveTest {
    private static final PeriodCurve CURVE = new PeriodCurve(new double[] {0, 0.1, 0.4, 1});

    @Test
    void betweenItsPointsItGoesStraight() {
        assertThat(CURVE.at(0)).isZero();
        assertThat(CURVE.at(1 / 3.0)).isCloseTo(0.1, within(1e-12));
        assertThat(CURVE.at(0.5)).isCloseTo(0.25, within(1e-12));
        assertThat(CURVE.at(5 / 6.0)).isCloseTo(0.7, within(1e-12));
        assertThat(CURVE.at(1)).isEqualTo(1);
    }

    @Test
    void outsideThePeriodItSaysWhatItSaysAtItsEnds() {
        assertThat(CURVE.at(-0.2)).isZero();
        assertThat(CURVE.at(1.2)).isEqualTo(1);
    }

    @Test
    void saysWhenAShareIsWon() {
        assertThat(CURVE.when(0)).isZero();
        assertThat(CURVE.when(0.25)).isCloseTo(0.5, within(1e-12));
        assertThat(CURVE.when(1)).isEqualTo(1);
        PeriodCurve flat = new PeriodCurve(new double[] {0, 0.5, 0.5, 1});
        assertThat(flat.when(0.5)).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void refusesWhatFallsOrDoesNotGoFromNothingToAll() {
        for (double[] wrong :
                new double[][] {
                    {1}, {0}, {0, 0.5}, {0.1, 1}, {0, 0.6, 0.5, 1}, {0, Double.NaN, 1}
                }) {
            assertThatThrownBy(() -> new PeriodCurve(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must go from 0 to 1 and never fall, was [");
        }
    }

    @Test
    void whatIsNotKnownIsNotAsked() {
        assertThat(PeriodCurve.NONE.isKnown()).isFalse();
        assertThatThrownBy(() -> PeriodCurve.NONE.when(0.5))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PeriodCurve.NONE.at(0.5))
                .isInstanceOf(IllegalStateException.class);
    }
}
