package io.pipecast.training.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.scoring.Trees;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.vector.IntVector;

/** Our scorers say what Smile itself says, on ten thousand rows it has not seen. */
class ScorersEqualSmileTest {
    private static final int FEATURES = 30;
    private static final int ROWS = 10_000;
    private static final double EQUAL = 1e-9;

    @Test
    void linear() {
        double[][] x = rows(new Random(1), 3000);
        int[] y = classes(new Random(2), x);
        LogisticFit ours = LogisticFit.of(copy(x), y, 0, 5);
        double[][] standardized = copy(x);
        double[][] moments = LogisticFit.standardize(standardized, 0);
        LogisticRegression smile =
                OneCore.call(() -> LogisticRegression.binomial(standardized, y, 5, 1e-4, 50));
        double[] said = new double[2];
        for (double[] row : rows(new Random(3), ROWS)) {
            double[] z = row.clone();
            for (int j = 0; j < z.length; j++) {
                z[j] = (z[j] - moments[0][j]) * moments[1][j];
            }
            smile.predict(z, said);
            assertThat(1 / (1 + Math.exp(-ours.score(row)))).isCloseTo(said[1], within(EQUAL));
        }
    }

    @Test
    void trees() {
        double[][] x = rows(new Random(4), 3000);
        int[] y = classes(new Random(5), x);
        BoostedFit.Growth growth = new BoostedFit.Growth(100, 5, 24, 10, 0.1, 0.7);
        GradientTreeBoost smile = BoostedFit.smile(x, y, growth);
        Trees ours = BoostedFit.trees(smile, x[0], growth);
        double[][] later = rows(new Random(6), ROWS);
        DataFrame frame = BoostedFit.frame(later).merge(IntVector.of("y", new int[later.length]));
        double[] said = new double[2];
        for (int i = 0; i < later.length; i++) {
            smile.predict(frame.get(i), said);
            assertThat(1 / (1 + Math.exp(-ours.sum(later[i])))).isCloseTo(said[1], within(EQUAL));
        }
        assertThat(ours.roots()).hasSize(100);
    }

    @Test
    void theSameRowsGiveTheSameModel() {
        double[][] x = rows(new Random(7), 2500);
        int[] y = classes(new Random(8), x);
        BoostedFit.Growth growth = new BoostedFit.Growth(10, 4, 8, 10, 0.1, 0.5);
        assertThat(LogisticFit.of(copy(x), y, 2, 5).weights())
                .isEqualTo(LogisticFit.of(copy(x), y, 2, 5).weights());
        assertThat(BoostedFit.of(x, y, growth).threshold())
                .isEqualTo(BoostedFit.of(x, y, growth).threshold());
    }

    /** Rows of whole and broken numbers of very different size. */
    private static double[][] rows(Random random, int n) {
        double[][] x = new double[n][FEATURES];
        for (double[] row : x) {
            for (int j = 0; j < FEATURES; j++) {
                row[j] =
                        j % 3 == 0
                                ? random.nextInt(5) - 1
                                : random.nextGaussian() * Math.pow(10, j % 5 - 2) + j;
            }
        }
        return x;
    }

    private static int[] classes(Random random, double[][] x) {
        return Arrays.stream(x)
                .mapToInt(
                        r -> r[0] + r[3] * (r[6] > 1 ? 1 : -1) + random.nextGaussian() > 1 ? 1 : 0)
                .toArray();
    }

    private static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }
}
