package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.closing.Uncertainty;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final int QUARTER = 5;
    private static final Uncertainty SPREAD = new Uncertainty(1, 0.2, 6, 0, 1);

    @Test
    void asManyWinsAsExpectedSayNothingOfTheRestButMakeItSurer() {
        Demand demand = Demand.of(QUARTER, SPREAD, 1000, 10_000, 1000);
        assertThat(demand.factor()).isEqualTo(1);
        assertThat(demand.left()).isBetween(0.3, 0.99);
    }

    @Test
    void fewLargeWinsSayLessThanManySmallOnes() {
        double few = Demand.of(QUARTER, SPREAD, 1000, 400_000, 1500).factor();
        double many = Demand.of(QUARTER, SPREAD, 1000, 4_000, 1500).factor();
        assertThat(few).isBetween(1.0, 1.1);
        assertThat(many).isBetween(1.3, 1.5);
    }

    @Test
    void withoutACommonFactorNothingIsLearned() {
        Uncertainty none = new Uncertainty(1, 0, 6, 0, 1);
        assertThat(Demand.of(QUARTER, none, 1000, 4_000, 3000))
                .isEqualTo(new Demand(QUARTER, 1, 1));
        assertThat(Demand.of(QUARTER, SPREAD, 0, 0, 3000)).isEqualTo(new Demand(QUARTER, 1, 1));
    }

    @Test
    void itIsOfItsWindowAlone() {
        Demand demand = new Demand(QUARTER, 1.25, 0.5);
        assertThat(demand.more(QUARTER, 1002)).isEqualTo(251);
        assertThat(demand.more(QUARTER + 1, 1002)).isZero();
        assertThat(demand.of(QUARTER, SPREAD).spread()).isEqualTo(0.1);
        assertThat(demand.of(QUARTER + 1, SPREAD)).isEqualTo(SPREAD);
    }

    /** Factors that keep four fifths of themselves, with wins that are Poisson. */
    @Test
    void whatIsLeftIsHowFarTheGuessIsOff() {
        Random random = new Random(3);
        int periods = 20_000;
        int expected = 40;
        double off = 0;
        double left = 0;
        for (int i = 0; i < periods; i++) {
            double first = SPREAD.spread() * random.nextGaussian();
            double rest = 1 + 0.8 * first + 0.6 * SPREAD.spread() * random.nextGaussian();
            int won = poisson(random, expected * Math.max(0.2, 1 + first));
            Demand demand = Demand.of(QUARTER, SPREAD, expected, expected, won);
            off += Math.pow(demand.factor() - rest, 2) / periods;
            left += Math.pow(demand.left() * SPREAD.spread(), 2) / periods;
        }
        assertThat(Math.sqrt(off)).isCloseTo(Math.sqrt(left), within(0.003));
        assertThat(Math.sqrt(off)).isLessThan(0.85 * SPREAD.spread());
    }

    private static int poisson(Random random, double mean) {
        int count = 0;
        double time = -Math.log(1 - random.nextDouble());
        while (time < mean) {
            count++;
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
