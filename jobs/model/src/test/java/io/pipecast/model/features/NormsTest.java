package io.pipecast.model.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class NormsTest {
    private static final int FROM = ReasonKind.PUSHES.ordinal() * Norms.QUANTILES;

    @Test
    void ranksOfTheSameDealsAreSpreadEvenlySharedValuesToo() {
        evenly(u -> -Math.log(1 - u), 0.02);
        // seven in ten never, the others once or twice
        evenly(u -> u < 0.7 ? 0 : u < 0.9 ? 1 : 2, 0.04);
        evenly(u -> 5, 0.02);
    }

    private static void evenly(DoubleUnaryOperator inverse, double off) {
        Norms norms = norms(inverse);
        Random random = new Random(1);
        int[] deciles = new int[11];
        for (int i = 0; i < 20_000; i++) {
            double value = inverse.applyAsDouble(random.nextDouble());
            deciles[(int) (10 * norms.rank(ReasonKind.PUSHES, value, random.nextDouble()))]++;
        }
        deciles[9] += deciles[10];
        for (int i = 0; i < 10; i++) {
            assertThat(deciles[i] / 20_000.0).as("decile %d", i).isCloseTo(0.1, within(off));
        }
    }

    @Test
    void whatWasNeverSeenLiesAtTheEnds() {
        Norms norms = norms(u -> 3 + u);
        assertThat(norms.rank(ReasonKind.PUSHES, 2, 0.9)).isZero();
        assertThat(norms.rank(ReasonKind.PUSHES, 9, 0.1)).isEqualTo(1);
        assertThat(norms.rank(ReasonKind.PUSHES, Double.NaN, 0.1)).isNaN();
        assertThat(norms.rank(ReasonKind.AGE, 3, 0.1)).isNaN();
        assertThat(Norms.NONE.rank(ReasonKind.PUSHES, 3, 0.1)).isNaN();
    }

    @Test
    void refusesQuantilesOfSomeKindsAlone() {
        assertThatThrownBy(() -> new Norms(new double[0], new int[0], new int[0], new double[5]))
                .hasMessage("norms must have 21 quantiles of each kind of reason or none, had 5");
    }

    private static Norms norms(DoubleUnaryOperator inverse) {
        double[] quantiles = new double[ReasonKind.values().length * Norms.QUANTILES];
        Arrays.fill(quantiles, Double.NaN);
        for (int i = 0; i < Norms.QUANTILES; i++) {
            quantiles[FROM + i] = inverse.applyAsDouble(Math.min(0.999_9, i / 20.0));
        }
        return new Norms(new double[0], new int[0], new int[0], quantiles);
    }
}
