package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.model.closing.Uncertainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The landing against exact enumeration of few deals and against simulation of many. */
class LandingTest {
    private static final int SEEDS = 40;
    private static final Landing.Law ALONE = new Landing.Law(Uncertainty.NONE);
    private static final double[] QUANTILES = {0.1, 0.5, 0.9};

    private record Deal(long amount, int chance) {}

    @Test
    void quantilesOfFewDealsAreThoseOfTheExactLawWithinFourBins() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random, 1 + random.nextInt(12));
            Landing landing = ALONE.of(sums(deals, 500), 0, 0);
            double[] law = exact(deals, 500);
            double near = 4 * total(deals) / Remainder.BINS;
            for (double q : QUANTILES) {
                double x = landing.quantile(q);
                assertThat(upTo(law, x + near)).as("seed %d q %s", seed, q).isGreaterThan(q - 0.01);
                assertThat(upTo(law, x - near)).as("seed %d q %s", seed, q).isLessThan(q + 0.01);
            }
        }
    }

    @Test
    void theChanceToReachAnAmountIsThatOfTheExactLawWithinFourBins() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random, 1 + random.nextInt(12));
            Landing landing = ALONE.of(sums(deals, 500), 0, 0);
            double[] law = exact(deals, 500);
            double near = 4 * total(deals) / Remainder.BINS;
            for (int i = 1; i < 10; i++) {
                double amount = 500 + total(deals) * i / 10;
                assertThat(landing.reach(amount))
                        .as("seed %d", seed)
                        .isBetween(
                                1 - upTo(law, amount + near) - 0.01,
                                1 - upTo(law, amount - near) + 0.01);
            }
        }
    }

    @Test
    void quantilesOfManyDealsAreThoseOfASimulationWithinATenthOfADeviation() {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random, 100 + random.nextInt(300));
            Landing landing = ALONE.of(sums(deals, 0), 0, 0);
            double[] drawn = simulated(deals, random, 20_000);
            double variance = 0;
            for (Deal deal : deals) {
                double p = deal.chance / 1e6;
                variance += p * (1 - p) * deal.amount * deal.amount;
            }
            for (double q : QUANTILES) {
                double expected = drawn[(int) (q * drawn.length)];
                assertThat((landing.quantile(q) - expected) / Math.sqrt(variance))
                        .as("seed %d q %s", seed, q)
                        .isBetween(-0.1, 0.1);
            }
        }
    }

    @Test
    void closedIsTheFloorAndTheQuantilesAreInOrder() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            long closed = random.nextInt(3) == 0 ? 0 : random.nextInt(100_000_000);
            List<Deal> deals = deals(random, random.nextInt(60));
            double fresh = random.nextInt(2) * random.nextDouble() * 10_000_000;
            Landing landing = ALONE.of(sums(deals, closed), fresh, fresh * fresh);
            long p10 = landing.quantile(0.1);
            long p50 = landing.quantile(0.5);
            assertThat(p10).isBetween(closed, p50);
            assertThat(landing.quantile(0.9)).isGreaterThanOrEqualTo(p50);
        }
    }

    @Test
    void reachingIsCertainUpToClosedAndLessLikelyFurtherUp() {
        for (int seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random, 1 + random.nextInt(30));
            Landing landing = ALONE.of(sums(deals, 1_000), 0, 0);
            assertThat(landing.reach(1_000)).isEqualTo(1);
            double before = 1;
            for (int i = 1; i <= 20; i++) {
                double chance = landing.reach(1_000 + total(deals) * i / 15);
                assertThat(chance).isBetween(0.0, before);
                before = chance;
            }
        }
    }

    @Test
    void withNothingOpenTheLandingIsWhatIsClosed() {
        Landing landing = ALONE.of(sums(List.of(), 777), 0, 0);
        for (double q : QUANTILES) {
            assertThat(landing.quantile(q)).isEqualTo(777);
        }
        assertThat(landing.reach(778)).isLessThan(0.5);
    }

    @Test
    void theOrderInWhichDealsCameChangesNoDigit() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random, 80);
            Landing one = ALONE.of(sums(deals, 0), 0, 0);
            Sums other = sums(deals(random, 20), 0);
            Sums shuffled = new Sums();
            Collections.shuffle(deals, random);
            deals.forEach(deal -> shuffled.addDeal(deal.amount, deal.chance, 1));
            shuffled.add(other, 1);
            shuffled.add(other, -1);
            Landing two = ALONE.of(shuffled, 0, 0);
            for (double q : QUANTILES) {
                assertThat(two.quantile(q)).isEqualTo(one.quantile(q));
            }
            assertThat(two.reach(total(deals) / 2)).isEqualTo(one.reach(total(deals) / 2));
        }
    }

    private static List<Deal> deals(Random random, int n) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long amount = (long) (100_000 * Math.exp(random.nextGaussian()));
            deals.add(new Deal(1 + amount, 20_000 + random.nextInt(960_000)));
        }
        return deals;
    }

    private static Sums sums(List<Deal> deals, long closed) {
        Sums sums = new Sums();
        sums.add(Measure.CLOSED, closed);
        deals.forEach(deal -> sums.addDeal(deal.amount, deal.chance, 1));
        return sums;
    }

    private static double total(List<Deal> deals) {
        return deals.stream().mapToDouble(Deal::amount).sum();
    }

    /** All outcomes: landing and probability in turn. */
    private static double[] exact(List<Deal> deals, double closed) {
        int outcomes = 1 << deals.size();
        double[] law = new double[2 * outcomes];
        for (int won = 0; won < outcomes; won++) {
            double landing = closed;
            double chance = 1;
            for (int i = 0; i < deals.size(); i++) {
                double p = deals.get(i).chance / 1e6;
                boolean wins = (won >> i & 1) == 1;
                landing += wins ? deals.get(i).amount : 0;
                chance *= wins ? p : 1 - p;
            }
            law[2 * won] = landing;
            law[2 * won + 1] = chance;
        }
        return law;
    }

    private static double upTo(double[] law, double amount) {
        double chance = 0;
        for (int i = 0; i < law.length; i += 2) {
            chance += law[i] <= amount ? law[i + 1] : 0;
        }
        return chance;
    }

    private static double[] simulated(List<Deal> deals, Random random, int draws) {
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            for (Deal deal : deals) {
                drawn[i] += random.nextInt(1_000_000) < deal.chance ? deal.amount : 0;
            }
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
