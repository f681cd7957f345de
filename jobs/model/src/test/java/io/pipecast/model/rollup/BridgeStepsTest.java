package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.rollup.BridgeSteps.Between;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a change of one deal is put down to: current period 8, 1,000 expected at 40 % of it. */
class BridgeStepsTest {
    private static final int CURRENT = 8;
    private static final Stake DEAL = open("ann", 1_000, CURRENT, 400_000);

    @Test
    void aDayWithoutFactsIsTime() {
        assertThat(moved(DEAL, open("ann", 1_000, CURRENT, 390_000), Between.NOTHING))
                .isEqualTo(Map.of(BridgePart.TIME, -10L));
    }

    @Test
    void aRateThatChangedOvernightIsAmount() {
        assertThat(moved(DEAL, open("ann", 1_100, CURRENT, 390_000), Between.NOTHING))
                .isEqualTo(Map.of(BridgePart.TIME, -10L, BridgePart.AMOUNT, 39L));
    }

    @Test
    void severalFieldsAtOnceAreTakenInOrder() {
        Stake aged = open("ann", 1_000, CURRENT, 390_000);
        Stake dated = open("ann", 1_000, CURRENT + 1, 100_000);
        Stake known = open("bob", 2_000, CURRENT + 1, 120_000);
        Stake after = open("bob", 2_000, CURRENT + 1, 150_000);

        assertThat(moved(DEAL, after, new Between(aged, dated, known)))
                .isEqualTo(
                        Map.of(
                                BridgePart.TIME, -10L,
                                BridgePart.PUSHED, -290L,
                                BridgePart.AMOUNT, 100L,
                                BridgePart.PROBABILITY, 40L,
                                BridgePart.MODEL, 60L));
    }

    @Test
    void anotherOwnerTakesTheDealAlongAndMovesNoSum() {
        Stake after = open("bob", 1_000, CURRENT, 400_000);

        assertThat(perOwner(DEAL, after, new Between(DEAL, null, null)))
                .isEqualTo(Map.of("ann ORGANIZATION", -400L, "bob ORGANIZATION", 400L));
    }

    @Test
    void aWinMovesByWhatWasNotExpected() {
        assertThat(moved(DEAL, won(900, CURRENT), new Between(DEAL, null, null)))
                .isEqualTo(Map.of(BridgePart.AMOUNT, -40L, BridgePart.WON, 540L));
    }

    @Test
    void lossesAndRemovedDealsMoveByWhatWasExpected() {
        Stake lost = new Stake("ann", null, Stake.Status.LOST, 1_000, 0, 0, 0, null, 0, 0, 8, 20);

        for (Stake after : new Stake[] {lost, null}) {
            assertThat(moved(DEAL, after, new Between(DEAL, null, null)))
                    .isEqualTo(Map.of(BridgePart.LOST, -400L));
        }
        assertThat(moved(lost, DEAL, Between.NOTHING)).isEqualTo(Map.of(BridgePart.NEW, 400L));
    }

    @Test
    void aWinTakenBackIsNoLoss() {
        assertThat(moved(won(900, CURRENT), DEAL, Between.NOTHING))
                .isEqualTo(Map.of(BridgePart.WON, -900L, BridgePart.NEW, 400L));
    }

    @Test
    void aCorrectedWinIsRepriced() {
        assertThat(moved(won(900, CURRENT), won(700, CURRENT), Between.NOTHING))
                .isEqualTo(Map.of(BridgePart.AMOUNT, -200L));
    }

    @Test
    void anOmittedDealIsOutOfTheLanding() {
        assertThat(moved(DEAL, omitted(), new Between(DEAL, null, null)))
                .isEqualTo(Map.of(BridgePart.PROBABILITY, -400L));
    }

    @Test
    void whatCameTooLateIsPutDownToThePeriodThatChanged() {
        assertThat(
                        moved(
                                DEAL,
                                open("ann", 1_000, CURRENT + 1, 100_000),
                                new Between(null, null, null)))
                .isEqualTo(Map.of(BridgePart.PUSHED, -300L));
    }

    /** What each part moved in the current period. */
    private static Map<BridgePart, Long> moved(Stake before, Stake after, Between between) {
        Bridge current = new Bridge();
        for (BridgeStep step : BridgeSteps.of(before, after, between)) {
            Bridge.add(step, (stake, window) -> window == CURRENT ? current : new Bridge());
        }
        Map<BridgePart, Long> moved = new HashMap<>();
        for (BridgePart part : BridgePart.values()) {
            if (current.get(part) != 0) {
                moved.put(part, current.get(part));
            }
        }
        return moved;
    }

    private static Map<String, Long> perOwner(Stake before, Stake after, Between between) {
        Map<String, Bridge> bridges = new HashMap<>();
        List<BridgeStep> steps = BridgeSteps.of(before, after, between);
        for (BridgeStep step : steps) {
            Bridge.add(
                    step,
                    (stake, window) ->
                            window == CURRENT
                                    ? bridges.computeIfAbsent(stake.owner(), o -> new Bridge())
                                    : new Bridge());
        }
        Map<String, Long> moved = new TreeMap<>();
        bridges.forEach(
                (owner, bridge) -> {
                    for (BridgePart part : BridgePart.values()) {
                        if (bridge.get(part) != 0) {
                            moved.put(owner + " " + part, bridge.get(part));
                        }
                    }
                });
        return moved;
    }

    private static Stake open(String owner, long amount, int due, int chance) {
        return open(owner, amount, due, chance, ForecastCategory.COMMIT);
    }

    private static Stake omitted() {
        return open("ann", 1_000, CURRENT, 400_000, ForecastCategory.OMITTED);
    }

    private static Stake open(
            String owner, long amount, int due, int chance, ForecastCategory category) {
        int[] chances = new int[Horizon.COUNT];
        chances[Horizon.CURRENT_PERIOD.ordinal()] = chance;
        return new Stake(
                owner,
                null,
                Stake.Status.OPEN,
                amount,
                category.ordinal(),
                due,
                250_000,
                chances,
                amount,
                CURRENT,
                0,
                Stake.NOW);
    }

    private static Stake won(long amount, int booked) {
        return new Stake(
                "ann", null, Stake.Status.WON, amount, 0, 0, 0, null, 0, 0, booked, 20_000);
    }
}
