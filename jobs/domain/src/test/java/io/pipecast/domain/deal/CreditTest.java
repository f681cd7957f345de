package io.pipecast.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditTest {
    @Test
    void revenuePartsSumToTheWholeToTheCent() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            long amount =
                    random.nextLong(10_000_000_000_001L)
                            / (random.nextBoolean() ? 1 : 1_000_000_000);
            List<Credit> credits = Credit.sorted(randomCredits(random));
            long[] parts = Credit.split(amount, credits);
            long revenue = 0;
            for (int i = 0; i < parts.length; i++) {
                Credit credit = credits.get(i);
                double exact = amount / 10_000.0 * credit.basisPoints();
                assertThat((double) parts[i])
                        .as("seed %d", seed)
                        .isBetween(exact - 1.01, exact + 1.01);
                revenue += credit.overlay() ? 0 : parts[i];
            }
            assertThat(revenue).as("seed %d: %s", seed, credits).isEqualTo(amount);
        }
    }

    @Test
    void theLargestRemainderGetsTheCentAndTiesGoToTheFirstUser() {
        List<Credit> thirds =
                List.of(credit("ada", 3333), credit("bob", 3334), credit("cyd", 3333));
        assertThat(Credit.split(100, thirds)).containsExactly(33, 34, 33);
        assertThat(Credit.split(101, thirds)).containsExactly(34, 34, 33);
        assertThat(Credit.split(1, List.of(credit("ada", 5000), credit("bob", 5000))))
                .containsExactly(1, 0);
    }

    @Test
    void overlayTakesNothingFromRevenue() {
        List<Credit> credits =
                Credit.sorted(List.of(new Credit("se", 2500, true), credit("ada", 10_000)));
        assertThat(credits.get(0).user()).isEqualTo("ada");
        assertThat(Credit.split(1_001, credits)).containsExactly(1_001, 250);
    }

    @Test
    void anAmountBelowZeroIsSplitExactlyToo() {
        long[] parts = Credit.split(-101, List.of(credit("ada", 3333), credit("bob", 6667)));
        assertThat(Arrays.stream(parts).sum()).isEqualTo(-101);
    }

    @Test
    void theCanonicalTextReadsBack() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<Credit> credits = randomCredits(new Random(seed));
            String text = Credit.format(credits);
            assertThat(Credit.parse(text)).as("seed %d", seed).isEqualTo(Credit.sorted(credits));
            assertThat(Credit.format(Credit.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void sharesThatDoNotSumToAWholeAreRefused() {
        assertThatThrownBy(() -> Credit.parse("ada=5000|bob=4000|se=1000*"))
                .hasMessage("revenue credits must sum to 10000 basis points, were 9000");
        assertThatThrownBy(() -> Credit.parse("ada"))
                .hasMessage("a credit must read user=basisPoints, was ada");
        assertThatThrownBy(() -> Credit.parse("ada=12000|bob=-2000"))
                .hasMessage("a credit must be between 1 and 10000 basis points, was ada=12000");
        assertThatThrownBy(() -> Credit.parse("ada=all"))
                .hasMessage("a credit must be between 1 and 10000 basis points, was ada=all");
    }

    private static Credit credit(String user, int basisPoints) {
        return new Credit(user, basisPoints, false);
    }

    private static List<Credit> randomCredits(Random random) {
        List<Credit> credits = new ArrayList<>();
        int left = 10_000;
        for (int i = 0; i < random.nextInt(6) && left > 1; i++) {
            int points = 1 + random.nextInt(left - 1);
            credits.add(new Credit("u" + random.nextInt(4) + i, points, false));
            left -= points;
        }
        credits.add(new Credit("last=one", left, false));
        for (int i = 0; i < random.nextInt(3); i++) {
            credits.add(new Credit("overlay" + i, 1 + random.nextInt(10_000), true));
        }
        return credits;
    }
}
