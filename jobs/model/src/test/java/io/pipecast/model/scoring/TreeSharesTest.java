package io.pipecast.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shares of trees against the definition of the Shapley value. */
class TreeSharesTest {
    private static final int FEATURES = 5;

    @Test
    void areShapleyValues() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Trees trees = RandomTrees.of(random, 4, FEATURES);
            double[] deal = random.ints(FEATURES, 0, 10).asDoubleStream().toArray();
            double[] other = random.ints(FEATURES, 0, 10).asDoubleStream().toArray();
            double[] parts = new double[FEATURES];
            new TreeShares(trees, deal, other, 2, parts).add();
            for (int feature = 0; feature < FEATURES; feature++) {
                assertThat(parts[feature])
                        .as("seed %d feature %d", seed, feature)
                        .isCloseTo(2 * shapley(trees, deal, other, feature), within(1e-12));
            }
            assertThat(Arrays.stream(parts).sum())
                    .isCloseTo(2 * (trees.sum(deal) - trees.sum(other)), within(1e-12));
        }
    }

    /** The mean over all orders of what the feature adds, by sets of those before it. */
    private static double shapley(Trees trees, double[] deal, double[] other, int feature) {
        double sum = 0;
        for (int set = 0; set < 1 << FEATURES; set++) {
            if ((set >> feature & 1) == 0) {
                double with = trees.sum(mixed(deal, other, set | 1 << feature));
                double without = trees.sum(mixed(deal, other, set));
                int size = Integer.bitCount(set);
                sum += factorial(size) * factorial(FEATURES - size - 1) * (with - without);
            }
        }
        return sum / factorial(FEATURES);
    }

    private static double[] mixed(double[] deal, double[] other, int set) {
        double[] mixed = new double[FEATURES];
        Arrays.setAll(mixed, i -> (set >> i & 1) == 0 ? other[i] : deal[i]);
        return mixed;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
