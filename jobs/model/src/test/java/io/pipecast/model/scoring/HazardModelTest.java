package io.pipecast.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardTables.Cause;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class HazardModelTest {
    private static final long MONDAY_MIDNIGHT =
            Instant.parse("2025-05-11T22:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    @Test
    void growsWithTheHorizonAndStaysAChance() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            HazardModel model = RandomTables.model(RandomTables.of(random));
            int[] out =
                    score(model, randomDeal(random), MONDAY_MIDNIGHT + random.nextLong(400 * DAY));
            int current = out[Horizon.CURRENT_PERIOD.ordinal()];
            int ever = out[Horizon.EVER.ordinal()];
            assertThat(new int[] {out[0], out[1], out[2], out[3], ever})
                    .as("seed %d", seed)
                    .isSorted();
            assertThat(current + out[Horizon.NEXT_PERIOD.ordinal()])
                    .as("seed %d", seed)
                    .isBetween(current, ever);
            assertThat(Arrays.stream(out).allMatch(p -> p >= 0 && p <= 1_000_000))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void winningAndLosingNeverExceedCertainty() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            HazardTables won = RandomTables.of(random);
            HazardTables swapped =
                    new HazardTables(
                            won.stages(),
                            won.tableOf(),
                            won.factor(),
                            won.lost(),
                            won.won(),
                            won.longestWonAge(),
                            won.longestWonInStage());
            DealView deal = randomDeal(random);
            long at = MONDAY_MIDNIGHT + random.nextLong(100 * DAY);
            int pWon = score(RandomTables.model(won), deal, at)[Horizon.EVER.ordinal()];
            int pLost = score(RandomTables.model(swapped), deal, at)[Horizon.EVER.ordinal()];
            assertThat(pWon + pLost).as("seed %d", seed).isLessThanOrEqualTo(1_000_002);
        }
    }

    @Test
    void followsCompetingRisksWithConstantHazards() {
        HazardModel model = RandomTables.model(constant(0.03, 0.01));
        DealView deal = deal(MONDAY_MIDNIGHT - 20 * DAY, MONDAY_MIDNIGHT - 10 * DAY);
        int[] atMidnight = score(model, deal, MONDAY_MIDNIGHT);
        assertThat(atMidnight[0] / 1e6).isCloseTo(0.75 * (1 - Math.exp(-0.04 * 14)), within(1e-5));
        assertThat(atMidnight[Horizon.EVER.ordinal()] / 1e6).isCloseTo(0.75, within(1e-5));
        // the chance within 14 days does not depend on the hour, but for the day's even growth
        int[] inTheEvening = score(model, deal, MONDAY_MIDNIGHT + 18 * HOUR);
        assertThat(inTheEvening[0] / 1e6).isCloseTo(atMidnight[0] / 1e6, within(1e-3));
    }

    @Test
    void wonNothingBeyondTheAgeAndTheStayOfWonDeals() {
        HazardTables limited = RandomTables.limited(constant(0.03, 0.01), 30, 15);
        HazardModel model = RandomTables.model(limited);
        long at = MONDAY_MIDNIGHT;
        assertThat(score(model, deal(at - 31 * DAY, at - 2 * DAY), at)).containsOnly(0);
        assertThat(score(model, deal(at - 25 * DAY, at - 24 * DAY), at)).containsOnly(0);
        int[] fiveDaysLeft = score(model, deal(at - 25 * DAY, at - 2 * DAY), at);
        assertThat(fiveDaysLeft[0] / 1e6).isCloseTo(0.75 * (1 - Math.exp(-0.04 * 5)), within(1e-5));
        assertThat(fiveDaysLeft[Horizon.EVER.ordinal()]).isEqualTo(fiveDaysLeft[0]);
    }

    @Test
    void waitsForTheDaysOnWhichDealsAreWon() {
        HazardTables tables = constant(0.03, 0.01);
        Arrays.fill(tables.won().calendar(), PeriodPosition.WORKING, PeriodPosition.COUNT, 0);
        HazardModel model = RandomTables.model(tables);
        long saturday = MONDAY_MIDNIGHT - 2 * DAY;
        AsOf asOf = new AsOf(RandomTables.CALENDAR, saturday);
        double weekend =
                new CellChances(model.tables()).wonWithin(0, 0, TimeInStage.bandOf(3), 0, asOf, 2);
        double withMonday =
                new CellChances(model.tables()).wonWithin(0, 0, TimeInStage.bandOf(3), 0, asOf, 3);
        assertThat(weekend).isZero();
        assertThat(withMonday).isGreaterThan(0.02);
    }

    @Test
    void givesSegmentsTheirOwnTable() {
        HazardTables tables = constant(0.03, 0.01);
        int half = tables.won().base().length / 2;
        Arrays.fill(tables.won().base(), half, 2 * half, 0.3);
        HazardModel model = RandomTables.model(tables);
        DealView deal = deal(MONDAY_MIDNIGHT - 20 * DAY, MONDAY_MIDNIGHT - 10 * DAY);
        int plain = score(model, deal, MONDAY_MIDNIGHT)[0];
        deal.dealType = DealType.RENEWAL;
        int shared = score(model, deal, MONDAY_MIDNIGHT)[0];
        deal.dealType = DealType.NEW;
        int own = score(model, deal, MONDAY_MIDNIGHT)[0];
        assertThat(shared).isEqualTo(plain);
        assertThat(own).isGreaterThan(2 * plain);
    }

    @Test
    void answersTheSameAfterOtherDaysWereAsked() {
        HazardModel model = RandomTables.model(RandomTables.of(new Random(7)));
        DealView deal = deal(MONDAY_MIDNIGHT - 20 * DAY, MONDAY_MIDNIGHT - 10 * DAY);
        int[] first = score(model, deal, MONDAY_MIDNIGHT).clone();
        for (int day = 0; day < 50; day++) {
            score(model, deal, MONDAY_MIDNIGHT + day * DAY);
        }
        assertThat(score(model, deal, MONDAY_MIDNIGHT)).containsExactly(first);
    }

    private static int[] score(HazardModel model, DealView deal, long at) {
        int[] out = new int[Horizon.COUNT];
        model.score(deal, new AsOf(RandomTables.CALENDAR, at), out);
        return out;
    }

    private static DealView deal(long createdAt, long enteredAt) {
        DealView deal = new DealView();
        deal.exists = true;
        deal.createdAt = createdAt;
        deal.stage = 0;
        deal.lastOpenStage = 0;
        deal.stageEnteredAt = enteredAt;
        return deal;
    }

    private static DealView randomDeal(Random random) {
        long created = MONDAY_MIDNIGHT - random.nextLong(300 * DAY);
        DealView deal = deal(created, random.nextInt(5) == 0 ? DealView.UNKNOWN : created);
        deal.stage = random.nextInt(RandomTables.STAGES);
        deal.dealType = random.nextBoolean() ? DealType.NEW : null;
        deal.buyerActivities = random.nextInt(15);
        deal.reentries = random.nextInt(4);
        return deal;
    }

    private static HazardTables constant(double won, double lost) {
        double[] stays = new double[RandomTables.STAGES];
        Arrays.fill(stays, Double.POSITIVE_INFINITY);
        return new HazardTables(
                RandomTables.STAGES,
                new int[] {0, 1, 0, 0},
                DealFactor.NONE,
                constant(won),
                constant(lost),
                Double.POSITIVE_INFINITY,
                stays);
    }

    private static Cause constant(double rate) {
        double[] base = new double[2 * RandomTables.STAGES * TimeInStage.COUNT * DaysAhead.COUNT];
        double[] calendar = new double[PeriodPosition.COUNT];
        double[] level = new double[RandomTables.STAGES * DealFactor.LEVELS];
        Arrays.fill(base, rate);
        Arrays.fill(calendar, 1);
        Arrays.fill(level, 1);
        return new Cause(base, calendar, level);
    }
}
