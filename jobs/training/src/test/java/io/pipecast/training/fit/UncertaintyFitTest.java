package io.pipecast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.closing.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertaintyFitTest {
    private static final double EXPECTED = 1e6;

    @Test
    void withoutPeriodsTheSpreadIsThePriorsAndTheTailsAreHeavy() {
        Uncertainty fitted = UncertaintyFit.of(List.of(), 0.03);
        assertThat(fitted.spread()).isCloseTo(0.09, within(1e-9));
        assertThat(fitted.level()).isEqualTo(1);
        assertThat(fitted.freedom()).isEqualTo(3);
        assertThat(fitted.amountVariation()).isEqualTo(0.03);
        assertThat(fitted.newDispersion()).isCloseTo(1.3, within(1e-9));
    }

    @Test
    void aCommonFactorIsFoundOnTopOfWhatDealsVaryAlone() {
        double sum = 0;
        for (int seed = 1; seed <= 200; seed++) {
            sum += square(UncertaintyFit.of(periods(new Random(seed), 8, 0.25, 1), 0));
        }
        assertThat(Math.sqrt(sum / 200)).isBetween(0.22, 0.26);
    }

    @Test
    void whereDealsAreIndependentLittleIsFound() {
        double sum = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Uncertainty fitted = UncertaintyFit.of(periods(new Random(seed), 8, 0, 1), 0);
            sum += square(fitted);
            assertThat(fitted.freedom()).isEqualTo(9);
        }
        assertThat(Math.sqrt(sum / 200)).isLessThan(0.06);
    }

    @Test
    void newBusinessThatVariesMoreThanACompoundPoissonProcessIsFound() {
        double sum = 0;
        for (int seed = 1; seed <= 200; seed++) {
            sum += UncertaintyFit.of(periods(new Random(seed), 8, 0, 2.5), 0).newDispersion();
        }
        assertThat(sum / 200).isBetween(1.9, 2.6);
    }

    @Test
    void theLevelFollowsPeriodsThatBringLess() {
        List<List<PastLanding>> less = new ArrayList<>();
        double before = 1;
        for (int n = 1; n <= 8; n++) {
            less.add(List.of(new PastLanding(1e6, 1e10, 0, 0, 7e5, 0)));
            double level = UncertaintyFit.of(less, 0).level();
            assertThat(level).isBetween(0.7, before);
            before = level;
        }
        assertThat(before).isLessThan(0.88);
    }

    @Test
    void chanceAloneHardlyMovesTheLevel() {
        for (int seed = 1; seed <= 50; seed++) {
            assertThat(UncertaintyFit.of(periods(new Random(seed), 4, 0, 1), 0).level())
                    .isBetween(0.87, 1.13);
        }
    }

    private static double square(Uncertainty uncertainty) {
        return uncertainty.spread() * uncertainty.spread();
    }

    /** Periods of three midnights each; within one the factor and the outcomes stay. */
    private static List<List<PastLanding>> periods(
            Random random, int n, double spread, double dispersion) {
        List<List<PastLanding>> periods = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double factor = 1 + spread * random.nextGaussian();
            double open = 0.7 * EXPECTED;
            double fresh = 0.3 * EXPECTED;
            double openVariance = Math.pow(0.08 * EXPECTED, 2);
            double freshVariance = Math.pow(0.06 * EXPECTED, 2);
            double openCame = factor * (open + Math.sqrt(openVariance) * random.nextGaussian());
            double freshCame =
                    factor
                            * (fresh
                                    + Math.sqrt(dispersion * freshVariance)
                                            * random.nextGaussian());
            PastLanding landing =
                    new PastLanding(open, openVariance, fresh, freshVariance, openCame, freshCame);
            periods.add(List.of(landing, landing, landing));
        }
        return periods;
    }
}
