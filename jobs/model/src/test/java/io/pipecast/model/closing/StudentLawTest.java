package io.pipecast.model.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentLawTest {
    /** Quantiles of the tables of Abramowitz and Stegun, 26.10: 90 %, 99.5 %. */
    private static final double[][] TABLE = {
        {1, 3.078, 63.657}, {2, 1.886, 9.925}, {3, 1.638, 5.841}, {4, 1.533, 4.604},
        {5, 1.476, 4.032}, {6, 1.440, 3.707}, {9, 1.383, 3.250}, {30, 1.310, 2.750}
    };

    @Test
    void quantilesAreThoseOfTheTables() {
        for (double[] row : TABLE) {
            int freedom = (int) row[0];
            assertThat(StudentLaw.quantile(0.9, freedom)).isCloseTo(row[1], within(6e-4));
            assertThat(StudentLaw.quantile(0.995, freedom)).isCloseTo(row[2], within(6e-4));
            assertThat(StudentLaw.quantile(0.1, freedom)).isCloseTo(-row[1], within(6e-4));
            assertThat(StudentLaw.quantile(0.5, freedom)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void theDistributionFunctionIsThatOfTheQuantile() {
        for (int freedom = 1; freedom <= 12; freedom++) {
            for (double q = 0.02; q < 1; q += 0.07) {
                double t = StudentLaw.quantile(q, freedom);
                assertThat(StudentLaw.upTo(t, freedom)).isCloseTo(q, within(1e-9));
            }
        }
    }
}
