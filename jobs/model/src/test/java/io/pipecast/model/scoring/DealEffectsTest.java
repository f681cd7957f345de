package io.pipecast.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.Columns;
import io.pipecast.model.features.Columns.Kind;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Records;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class DealEffectsTest {
    private static final long MONDAY = Instant.parse("2025-05-11T22:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final DealEffects.Spans SPANS =
            new DealEffects.Spans(new int[] {0, 5, 7}, new int[] {5, 7, 9});
    private static final int OUTPUTS = 2 * 3;

    @Test
    void effectsOfNothingLeaveTheHazardsAsTheyAre() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            HazardTables tables = RandomTables.of(random);
            double[] own = new double[2 * OUTPUTS];
            for (int output = 0; output < OUTPUTS; output++) {
                own[2 * output + output / 3] = 1;
            }
            DealEffects none = effects(new double[OUTPUTS], own, new Trees[0]);
            DealView deal = deal(random);
            long at = MONDAY + random.nextLong(100 * DAY);
            int[] plain = score(RandomTables.model(tables), deal, at);
            int[] scaled = score(model(tables, none), deal, at);
            for (int i = 0; i < plain.length; i++) {
                // odds are held at e^300 and hazards at 1e-7: what is nearly certain stays so
                assertThat(scaled[i])
                        .as("seed %d horizon %d", seed, i)
                        .isBetween(plain[i] - 300, plain[i] + 300);
            }
        }
    }

    @Test
    void growsWithTheHorizonAndNeverExceedsCertainty() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            HazardTables tables = RandomTables.of(random);
            double[] weights = random.doubles(OUTPUTS, -3, 3).toArray();
            double[] hazards = random.doubles(2 * OUTPUTS, -1, 1).toArray();
            Trees[] trees = new Trees[OUTPUTS];
            Arrays.setAll(trees, i -> stump(random));
            HazardModel model = model(tables, effects(weights, hazards, trees));
            DealView deal = deal(random);
            long at = MONDAY + random.nextLong(400 * DAY);
            int[] out = score(model, deal, at);
            int ever = out[Horizon.EVER.ordinal()];
            assertThat(new int[] {0, out[0], out[1], out[2], out[3], ever, 1_000_000})
                    .as("seed %d", seed)
                    .isSorted();
            assertThat(out[Horizon.CURRENT_PERIOD.ordinal()] + out[Horizon.NEXT_PERIOD.ordinal()])
                    .as("seed %d", seed)
                    .isBetween(out[Horizon.CURRENT_PERIOD.ordinal()], ever);
        }
    }

    @Test
    void raisesAndLowersTheChanceByWhatTheDealSays() {
        double[] weights = {1, 1, 1, 0, 0, 0};
        double[] own = {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1};
        int raised = 0;
        for (int seed = 0; seed < 100; seed++) {
            HazardTables tables = RandomTables.of(new Random(seed));
            HazardModel model = model(tables, effects(weights, own, new Trees[0]));
            DealView deal = deal(new Random(seed));
            deal.inboundActivities = 0;
            int silent = score(model, deal, MONDAY)[0];
            deal.inboundActivities = 5;
            int replied = score(model, deal, MONDAY)[0];
            assertThat(replied).as("seed %d", seed).isGreaterThanOrEqualTo(silent);
            raised += replied > silent + 1000 ? 1 : 0;
        }
        assertThat(raised).isGreaterThan(50);
    }

    @Test
    void allocatesNothing() {
        Random random = new Random(5);
        HazardTables tables = RandomTables.of(random);
        Trees[] trees = new Trees[OUTPUTS];
        Arrays.setAll(trees, i -> stump(random));
        HazardModel model =
                model(tables, effects(new double[OUTPUTS], new double[2 * OUTPUTS], trees));
        DealView deal = deal(random);
        deal.owner = "ann";
        AsOf asOf = new AsOf(RandomTables.CALENDAR, MONDAY);
        int[] out = new int[Horizon.COUNT];
        for (int i = 0; i < 20_000; i++) {
            model.score(deal, asOf, out);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            model.score(deal, asOf, out);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    @Test
    void refusesArraysThatDoNotFit() {
        assertThatThrownBy(() -> effects(new double[5], new double[2 * OUTPUTS], new Trees[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must have 6 values, had 5");
        double[] infinite = new double[OUTPUTS];
        infinite[2] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> effects(infinite, new double[2 * OUTPUTS], new Trees[0]))
                .hasMessage("weights must be finite numbers, held Infinity");
    }

    /** Effects of a single column: the number of the buyer's replies. */
    private static DealEffects effects(double[] weights, double[] hazards, Trees[] trees) {
        double[] mixture = new double[3 * OUTPUTS];
        for (int output = 0; output < OUTPUTS; output++) {
            mixture[3 * output + 1] = 1;
            mixture[3 * output + 2] = trees.length == 0 ? 0 : 0.5;
        }
        return new DealEffects(
                Records.NONE,
                new Columns(
                        new Kind[] {Kind.LOG},
                        new DealFeature[] {DealFeature.INBOUND},
                        new int[1],
                        new double[] {10}),
                SPANS,
                weights,
                hazards,
                new double[OUTPUTS],
                trees,
                mixture);
    }

    private static Trees stump(Random random) {
        return new Trees(
                random.nextDouble() - 0.5,
                new int[] {0},
                new short[] {(short) random.nextInt(DealFeature.COUNT), -1, -1},
                new double[] {random.nextInt(5), random.nextDouble(), -random.nextDouble()},
                new int[] {1, 0, 0});
    }

    private static HazardModel model(HazardTables tables, DealEffects effects) {
        return new HazardModel(
                new ModelCard("m", 0, 0, "", "EUR", Map.of()),
                Collections.nCopies(RandomTables.STAGES, "s"),
                tables,
                effects,
                new ClosingTables(new double[RandomTables.STAGES], 1, NewBusiness.NONE),
                1,
                0);
    }

    private static int[] score(HazardModel model, DealView deal, long at) {
        int[] out = new int[Horizon.COUNT];
        model.score(deal, new AsOf(RandomTables.CALENDAR, at), out);
        return out;
    }

    private static DealView deal(Random random) {
        DealView deal = new DealView();
        deal.exists = true;
        deal.createdAt = MONDAY - random.nextLong(300 * DAY);
        deal.stage = random.nextInt(RandomTables.STAGES);
        deal.lastOpenStage = deal.stage;
        deal.stageEnteredAt = deal.createdAt;
        deal.inboundActivities = random.nextInt(9);
        deal.buyerActivities = 9;
        deal.amount = random.nextInt(100_000);
        return deal;
    }
}
