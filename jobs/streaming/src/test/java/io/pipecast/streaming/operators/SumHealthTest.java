package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.model.calibration.Calibration;
import io.pipecast.streaming.operators.Judgement.Kind;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class SumHealthTest {
    private static final int DAY = 20_000;

    @Test
    void addsUpTheWindowUpToTheClockWhateverTheOrder() {
        ForAll.seeds(
                10,
                random -> {
                    List<Judgement> all = judgements(random);
                    ModelHealth health = last(all, random);
                    Collections.shuffle(all, random);
                    assertThat(last(all, random)).isEqualTo(health);
                    assertIsOfTheWindow(health, all);
                });
    }

    private static void assertIsOfTheWindow(ModelHealth health, List<Judgement> all) {
        int clock = all.stream().mapToInt(Judgement::seen).max().getAsInt();
        List<Judgement> judged =
                all.stream()
                        .filter(j -> j.kind() != Kind.GIVEN)
                        .filter(j -> j.day() <= clock && j.day() > clock - SumHealth.WINDOW)
                        .toList();
        double brier =
                judged.stream()
                        .mapToDouble(
                                j ->
                                        Math.pow(
                                                j.amount() / 1e6 - (j.kind() == Kind.CAME ? 1 : 0),
                                                2))
                        .average()
                        .orElseThrow();
        assertThat(health.asOf()).isEqualTo(clock);
        assertThat(health.version()).isEqualTo(all.size());
        assertThat(health.judged()).isEqualTo(judged.size()).isLessThan(all.size() / 2);
        assertThat(health.won())
                .isEqualTo(judged.stream().filter(j -> j.kind() == Kind.CAME).count());
        assertThat(health.brier()).isCloseTo(brier, within(1e-6));
        assertThat(health.bins().stream().mapToLong(ModelHealth.Bin::judged).sum())
                .isEqualTo(judged.size());
        assertThat(health.covered()).isNaN();
    }

    @Test
    void anOutcomeKnownEarlyWaitsForTheEndOfItsHorizon() {
        Judgement early = judgement("within90d", DAY + 60, DAY, Kind.CAME, 300_000);
        assertThat(last(List.of(early), new Random(1)).judged()).isZero();
        Judgement clock = judgement("within90d", DAY + 60, DAY + 60, Kind.MISSED, 200_000);
        assertThat(last(List.of(early, clock), new Random(1)).judged()).isEqualTo(2);
    }

    @Test
    void aFeatureDriftsFromTheDealsItWasLearnedFrom() {
        assertThat(featureDrift(99, 28, i -> i % 10)).isNaN();
        assertThat(featureDrift(200, 6, i -> i % 10)).isNaN();
        assertThat(featureDrift(200, 7, i -> i % 10)).isLessThan(0.001);
        assertThat(featureDrift(200, 28, i -> i % 5)).isGreaterThan(0.5);
    }

    private static double featureDrift(int deals, int days, IntUnaryOperator decile) {
        List<Judgement> given = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            int bin = Calibration.inBin(decile.applyAsInt(i));
            given.add(judgement("feature.pushes", DAY + i % days, DAY + i % days, Kind.GIVEN, bin));
        }
        ModelHealth health = last(given, new Random(1));
        assertThat(health.bins()).isEmpty();
        assertThat(health.judged()).isZero();
        return health.drift();
    }

    @Test
    void driftIsSaidOnceTwoStretchesAreApart() {
        List<Judgement> given = new ArrayList<>();
        for (int i = 0; i < 2 * SumHealth.STRETCH - 1; i++) {
            int chance = i < SumHealth.STRETCH ? 100_000 : 600_000;
            given.add(judgement("within30d", DAY + i, DAY + i, Kind.GIVEN, chance));
        }
        assertThat(last(given, new Random(1)).drift()).isNaN();
        int end = DAY + 2 * SumHealth.STRETCH - 1;
        given.add(judgement("within30d", end, end, Kind.GIVEN, 600_000));
        assertThat(last(given, new Random(1)).drift()).isGreaterThan(2);
    }

    @Test
    void theFirstStretchIsKeptWhenItHasLeftTheWindow() {
        List<Judgement> given = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            given.add(judgement("within30d", DAY + i, DAY + i, Kind.GIVEN, 100_000));
        }
        ModelHealth health = last(given, new Random(1));
        assertThat(health.drift()).isZero();
        assertThat(health.given()).isEqualTo(SumHealth.WINDOW);
    }

    @Test
    void periodsAreCoveredOrEndBelowOrAboveTheirBand() {
        String measure = ModelHealth.PERIOD + 0;
        List<Judgement> all =
                List.of(
                        judgement(measure, DAY, DAY + 7, Kind.INSIDE, 100_000),
                        judgement(measure, DAY, DAY + 7, Kind.INSIDE, 300_000),
                        judgement(measure, DAY, DAY + 7, Kind.BELOW, Judgement.NONE),
                        judgement(measure, DAY, DAY + 7, Kind.ABOVE, 500_000));
        ModelHealth health = last(all, new Random(1));
        assertThat(health.judged()).isEqualTo(4);
        assertThat(health.covered()).isEqualTo(0.5);
        assertThat(health.below()).isEqualTo(0.25);
        assertThat(health.above()).isEqualTo(0.25);
        assertThat(health.error()).isCloseTo(0.3, within(1e-12));
        assertThat(health.brier()).isNaN();
        assertThat(health.bins()).isEmpty();
    }

    private static List<Judgement> judgements(Random random) {
        List<Judgement> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int seen = DAY + random.nextInt(200);
            int chance = 1 + random.nextInt(999_998);
            all.add(judgement("within14d", seen, seen, Kind.GIVEN, chance));
            Kind kind = random.nextInt(1_000_000) < chance ? Kind.CAME : Kind.MISSED;
            all.add(judgement("within14d", seen - 5 + random.nextInt(15), seen, kind, chance));
        }
        return all;
    }

    private static Judgement judgement(String measure, int day, int seen, Kind kind, int amount) {
        return new Judgement("m", false, measure, day, seen, kind, amount);
    }

    /** The last row of some judgements, published now and then, with restarts. */
    private static ModelHealth last(List<Judgement> all, Random random) {
        try {
            return summed(all, random);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ModelHealth summed(List<Judgement> all, Random random) throws Exception {
        ModelHealth last = null;
        var sum = harness();
        sum.open();
        long wall = 0;
        for (Judgement judgement : all) {
            sum.processElement(new StreamRecord<>(judgement));
            if (random.nextInt(40) == 0) {
                wall += 1_000;
                sum.setProcessingTime(wall);
                var state = sum.snapshot(1, 1);
                sum.close();
                sum = harness();
                sum.setProcessingTime(wall);
                sum.initializeState(state);
                sum.open();
            }
        }
        sum.setProcessingTime(wall + 1_000);
        for (ModelHealth row : sum.extractOutputValues()) {
            last = row;
        }
        sum.close();
        return last;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Judgement, ModelHealth> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new SumHealth(1_000)), Judgement::key, Types.STRING);
    }
}
