package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.closing.StudentLaw;
import io.pipecast.model.closing.Uncertainty;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Landings with the company's common factor, against what is known of it and a million draws: the
 * distribution function is off by at most 0.015, by 0.025 where amounts at winning are normal.
 */
class CommonFactorTest {
    private static final double[] QUANTILES = {0.1, 0.5, 0.9};
    private static final int DRAWS = 1_000_000;

    private static Landing.Law law(double spread, int freedom) {
        return new Landing.Law(new Uncertainty(1, spread, freedom, 0, 1));
    }

    @Test
    void whatIsSureToComeVariesAsTheFactorItself() {
        for (int freedom = 3; freedom <= 9; freedom++) {
            Landing landing = law(0.15, freedom).of(closed(500), 1e9, 0);
            double[] p = quantiles(landing);
            double wanted = 0.15 * StudentLaw.quantile(0.9, freedom);
            assertThat((p[2] - p[0]) / 2e9).isCloseTo(wanted, within(0.01 * wanted));
            assertThat((p[1] - 500) / 1e9).isCloseTo(1, within(0.005));
            for (int i = 0; i < 3; i++) {
                assertThat(landing.reach(p[i])).isCloseTo(1 - QUANTILES[i], within(1e-3));
            }
        }
    }

    @Test
    void theMeanStays() {
        for (double spread : new double[] {0.01, 0.1, 0.3, 0.6}) {
            Landing landing = law(spread, 4).of(closed(0), 1e9, 1e16);
            double mean = 0;
            int steps = 20_000;
            for (int i = 0; i < steps; i++) {
                mean += landing.reach((i + 0.5) * 4e9 / steps) * 4e9 / steps;
            }
            assertThat(mean / 1e9).as("spread %s", spread).isCloseTo(1, within(2e-3));
        }
    }

    @Test
    void smallSpreadsChangeNothingSuddenly() {
        Random random = new Random(3);
        Sums sums = deals(random, 40);
        double[] alone = quantiles(law(0, 5).of(sums, 1e7, 1e13));
        double[] hardly = quantiles(law(0.002, 5).of(sums, 1e7, 1e13));
        double width = alone[2] - alone[0];
        for (int i = 0; i < 3; i++) {
            assertThat(hardly[i]).isCloseTo(alone[i], within(0.02 * width));
        }
    }

    @Test
    void nothingOpenStaysNothing() {
        Sums sums = closed(1_000);
        sums.addDeal(1_000_000, 300_000, 1);
        Landing landing = law(0.2, 5).of(sums, 0, 0);
        assertThat(landing.quantile(0.1)).isEqualTo(1_000);
        assertThat(landing.quantile(0.5)).isEqualTo(1_000);
        assertThat(landing.quantile(0.9)).isBetween(850_000L, 1_150_000L);
        assertThat(landing.reach(2_000)).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void quantilesAreInOrderAndAgreeWithTheChanceToReachThem() {
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Sums sums = deals(random, random.nextInt(50));
            sums.add(Measure.CLOSED, random.nextInt(100_000_000));
            double fresh = random.nextInt(2) * random.nextDouble() * 10_000_000;
            Uncertainty uncertainty =
                    new Uncertainty(1, random.nextDouble(), 3 + random.nextInt(6), 0.03, 1.3);
            Landing landing = new Landing.Law(uncertainty).of(sums, fresh, fresh * fresh);
            double[] p = quantiles(landing);
            assertThat(p[0]).isBetween((double) sums.get(Measure.CLOSED), p[1]);
            assertThat(p[2]).isGreaterThanOrEqualTo(p[1]);
            for (int i = 0; i < 3; i++) {
                double near = 2 + (p[2] - p[0]) / 100;
                assertThat(landing.reach(p[i] - near)).isGreaterThan(1 - QUANTILES[i] - 1e-3);
                assertThat(landing.reach(p[i] + near)).isLessThan(1 - QUANTILES[i] + 1e-3);
            }
        }
    }

    @Test
    void fewLargeDealsLandAsAMillionDrawsDo() {
        for (int seed = 1; seed <= 3; seed++) {
            assertThat(worst(seed, new Uncertainty(1, 0.12, 5, 0, 1)))
                    .as("seed %d, of the distribution function", seed)
                    .isLessThan(0.015);
        }
    }

    @Test
    void amountsThatVaryAtWinningAreInIt() {
        for (int seed = 1; seed <= 3; seed++) {
            assertThat(worst(seed, new Uncertainty(1, 0.12, 5, 0.04, 1)))
                    .as("seed %d, of the distribution function", seed)
                    .isLessThan(0.025);
        }
    }

    /** Largest distance between the distribution functions of a landing and of a million draws. */
    private static double worst(int seed, Uncertainty uncertainty) {
        Random random = new Random(seed);
        int n = 6 + 5 * seed;
        long[] amounts = new long[n];
        int[] chances = new int[n];
        Sums sums = closed(700);
        for (int i = 0; i < n; i++) {
            amounts[i] = (long) (1_000_000 * Math.exp(random.nextGaussian()));
            chances[i] = 30_000 + random.nextInt(900_000);
            sums.addDeal(amounts[i], chances[i], 1);
        }
        Landing landing = new Landing.Law(uncertainty).of(sums, 0, 0);
        double[] drawn = drawn(amounts, chances, uncertainty, random);
        double worst = 0;
        for (double q = 0.05; q < 0.96; q += 0.05) {
            double at = drawn[(int) (q * DRAWS)];
            worst = Math.max(worst, Math.abs(1 - landing.reach(at) - below(drawn, at)));
        }
        return worst;
    }

    /** Closed + S × the won deals, each at its amount ± 20 %; ascending. */
    private static double[] drawn(long[] amounts, int[] chances, Uncertainty u, Random random) {
        double[] t = new double[10_000];
        Arrays.setAll(t, i -> StudentLaw.quantile((i + 0.5) / t.length, u.freedom()));
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            for (int k = 0; k < amounts.length; k++) {
                if (random.nextInt(1_000_000) < chances[k]) {
                    double off = Math.sqrt(u.amountVariation()) * random.nextGaussian();
                    drawn[i] += amounts[k] * (1 + off);
                }
            }
            double factor = 1 + u.spread() * t[random.nextInt(t.length)];
            drawn[i] = 700 + drawn[i] * Math.max(0.1, Math.min(1.9, factor));
        }
        Arrays.sort(drawn);
        return drawn;
    }

    private static double below(double[] ascending, double amount) {
        int at = Arrays.binarySearch(ascending, amount);
        int n = at < 0 ? -at - 1 : at;
        while (n < ascending.length && ascending[n] == amount) {
            n++;
        }
        return n / (double) ascending.length;
    }

    private static double[] quantiles(Landing landing) {
        return Arrays.stream(QUANTILES).map(landing::quantile).toArray();
    }

    private static Sums closed(long amount) {
        Sums sums = new Sums();
        sums.add(Measure.CLOSED, amount);
        return sums;
    }

    private static Sums deals(Random random, int n) {
        Sums sums = new Sums();
        for (int i = 0; i < n; i++) {
            long amount = 1 + (long) (100_000 * Math.exp(random.nextGaussian()));
            sums.addDeal(amount, 20_000 + random.nextInt(960_000), 1);
        }
        return sums;
    }
}
