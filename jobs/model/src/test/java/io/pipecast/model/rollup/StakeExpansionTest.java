package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.Horizon;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where a deal counts, by the definitions: current period 8, next period 9. */
class StakeExpansionTest {
    private static final int CURRENT = 8;
    private static final int HALF = 500_000;
    private static final int THIRTY = Window.rolling(Horizon.WITHIN_30_DAYS);

    @Test
    void anOpenDealStandsInTheLedgerOfItsPeriodAndInEveryLanding() {
        Map<Integer, Sums> sums = expanded(open(ForecastCategory.BEST_CASE, 9, 1_000));

        assertThat(measures(sums.get(9)))
                .containsEntry(Measure.BEST_CASE, 1_000L)
                .containsEntry(Measure.OPEN_AMOUNT, 1_000L)
                .containsEntry(Measure.OPEN_COUNT, 1L)
                .containsEntry(Measure.STAGE_WEIGHTED_OPEN, 250L)
                .containsEntry(Measure.FROM_OPEN, 500L)
                .doesNotContainKeys(Measure.FROM_LATER, Measure.COMMIT);
        assertThat(measures(sums.get(CURRENT)))
                .isEqualTo(Map.of(Measure.FROM_OPEN, 500L, Measure.FROM_LATER, 500L));
        assertThat(measures(sums.get(THIRTY))).isEqualTo(Map.of(Measure.FROM_OPEN, 500L));
    }

    @Test
    void anOverdueDealIsNamedApartAndInNoCategory() {
        Map<Integer, Sums> sums = expanded(open(ForecastCategory.COMMIT, Stake.OVERDUE, 1_000));

        assertThat(measures(sums.get(CURRENT)))
                .containsEntry(Measure.OVERDUE_AMOUNT, 1_000L)
                .containsEntry(Measure.OVERDUE_COUNT, 1L)
                .containsEntry(Measure.FROM_OVERDUE, 500L)
                .doesNotContainKeys(Measure.COMMIT, Measure.OPEN_AMOUNT);
    }

    @Test
    void anUndatedDealIsNamedApart() {
        Map<Integer, Sums> sums = expanded(open(ForecastCategory.COMMIT, Stake.UNDATED, 1_000));

        assertThat(measures(sums.get(CURRENT)))
                .containsEntry(Measure.UNDATED_AMOUNT, 1_000L)
                .containsEntry(Measure.FROM_UNDATED, 500L)
                .doesNotContainKey(Measure.COMMIT);
    }

    @Test
    void anOmittedDealIsOutOfEveryTotalAndOfTheLanding() {
        Map<Integer, Sums> sums = expanded(open(ForecastCategory.OMITTED, CURRENT, 1_000));

        assertThat(measures(sums.get(CURRENT)))
                .isEqualTo(Map.of(Measure.OMITTED, 1_000L, Measure.OMITTED_MODEL, 500L));
        assertThat(sums.get(CURRENT).cells.size()).isZero();
    }

    @Test
    void aDealWithoutAmountOrRateIsCountedAndNeverZero() {
        Map<Integer, Sums> unpriced =
                expanded(open(ForecastCategory.COMMIT, CURRENT, Stake.UNPRICED));
        assertThat(measures(unpriced.get(CURRENT)))
                .isEqualTo(Map.of(Measure.UNPRICED_COUNT, 1L, Measure.OPEN_COUNT, 1L));

        Map<Integer, Sums> unconverted =
                expanded(open(ForecastCategory.COMMIT, CURRENT, Stake.UNCONVERTED));
        assertThat(measures(unconverted.get(CURRENT)))
                .isEqualTo(Map.of(Measure.UNCONVERTED_COUNT, 1L, Measure.OPEN_COUNT, 1L));
    }

    @Test
    void aWonDealStandsInThePeriodItIsBookedIn() {
        assertThat(measures(expanded(closed(Stake.Status.WON, 1_000)).get(7)))
                .isEqualTo(
                        Map.of(
                                Measure.CLOSED,
                                1_000L,
                                Measure.WON_COUNT,
                                1L,
                                Measure.RATED_WON,
                                1L));
    }

    @Test
    void aLostDealIsCountedWithItsAmount() {
        assertThat(measures(expanded(closed(Stake.Status.LOST, 1_000)).get(7)))
                .isEqualTo(
                        Map.of(
                                Measure.LOST_AMOUNT,
                                1_000L,
                                Measure.LOST_COUNT,
                                1L,
                                Measure.RATED_LOST,
                                1L));
    }

    @Test
    void takingBackLeavesNothing() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            ForecastCategory[] categories = ForecastCategory.values();
            Stake stake =
                    open(
                            categories[random.nextInt(categories.length)],
                            random.nextInt(13) - 2,
                            random.nextInt(4) == 0 ? Stake.UNPRICED : random.nextInt(1 << 30));
            Map<Integer, Sums> sums = expanded(stake);
            StakeExpansion.addFiscal(stake, -1, window -> sums(sums, window));
            StakeExpansion.addRolling(stake, -1, window -> sums(sums, window));
            assertThat(sums.values()).allMatch(Sums::isZero);
        }
    }

    @Test
    void aSumTooLargeIsAnErrorAndNoWrongNumber() {
        Sums sums = new Sums();
        sums.add(Measure.CLOSED, Long.MAX_VALUE);
        assertThatThrownBy(() -> sums.add(Measure.CLOSED, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Stake open(ForecastCategory category, int due, long amount) {
        int[] chances = new int[Horizon.COUNT];
        java.util.Arrays.fill(chances, HALF);
        return new Stake(
                "ann",
                null,
                Stake.Status.OPEN,
                amount,
                category.ordinal(),
                due,
                250_000,
                chances,
                Math.max(0, amount),
                CURRENT,
                0,
                Stake.NOW);
    }

    private static Stake closed(Stake.Status status, long amount) {
        return new Stake("ann", null, status, amount, 0, 0, 0, null, 0, 0, 7, 20_500);
    }

    private static Map<Integer, Sums> expanded(Stake stake) {
        Map<Integer, Sums> sums = new TreeMap<>();
        StakeExpansion.addFiscal(stake, 1, window -> sums(sums, window));
        StakeExpansion.addRolling(stake, 1, window -> sums(sums, window));
        return sums;
    }

    private static Sums sums(Map<Integer, Sums> sums, int window) {
        return sums.computeIfAbsent(window, w -> new Sums());
    }

    /** What is not 0. */
    private static Map<Measure, Long> measures(Sums sums) {
        Map<Measure, Long> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            if (sums.get(measure) != 0) {
                measures.put(measure, sums.get(measure));
            }
        }
        return measures;
    }
}
