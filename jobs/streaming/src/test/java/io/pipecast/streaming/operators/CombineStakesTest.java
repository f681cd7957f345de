package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeExpansion;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.Samples;
import io.pipecast.streaming.serialization.LeafDeltaSerializer;
import io.pipecast.streaming.track.StakeChange;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CombineStakesTest {
    @Test
    void holdsChangesUntilTheFlushInterval() throws Exception {
        try (var combine = harness()) {
            combine.processElement(new StreamRecord<>(change(1, true)));
            combine.setProcessingTime(99);
            assertThat(combine.extractOutputValues()).isEmpty();
            combine.setProcessingTime(100);
            assertThat(combine.extractOutputValues()).isNotEmpty();
        }
    }

    @Test
    void whatIsSettledLeavesBeforeItsWatermark() throws Exception {
        try (var combine = harness()) {
            combine.processElement(new StreamRecord<>(change(1, true)));
            combine.processWatermark(new Watermark(5));
            List<Object> output = List.copyOf(combine.getOutput());
            assertThat(output).hasSizeGreaterThan(1);
            assertThat(output.get(output.size() - 1)).isEqualTo(new Watermark(5));
        }
    }

    @Test
    void holdsNothingAcrossACheckpoint() throws Exception {
        try (var combine = harness()) {
            combine.processElement(new StreamRecord<>(change(1, false)));
            combine.prepareSnapshotPreBarrier(1);
            assertThat(combine.extractOutputValues()).isNotEmpty();
        }
    }

    @Test
    void holdsNothingBackAtTheEnd() throws Exception {
        try (var combine = harness()) {
            combine.processElement(new StreamRecord<>(change(1, false)));
            combine.endInput();
            assertThat(combine.extractOutputValues()).isNotEmpty();
        }
    }

    @Test
    void aChangeAndItsOppositeLeaveNothingButTheirFacts() throws Exception {
        ForAll.seeds(
                50,
                random -> {
                    Stake stake = Samples.stake(random);
                    List<LeafDelta> deltas =
                            combined(
                                    List.of(
                                            StakeChange.settled(null, stake, 2, 7, List.of()),
                                            StakeChange.settled(stake, null, 1, 7, List.of())),
                                    random);
                    assertThat(deltas)
                            .allSatisfy(delta -> assertThat(delta.sums().cells.size()).isZero());
                    long[] left = new long[Measure.COUNT];
                    deltas.forEach(delta -> add(left, delta.sums().values));
                    long[] facts = new long[Measure.COUNT];
                    facts[Measure.FACTS.ordinal()] = 3;
                    assertThat(left).isEqualTo(facts);
                });
    }

    @Test
    void theDeltasOfAnInstantSumToItsChangesHoweverTheyAreCombined() {
        ForAll.lists(
                30,
                random -> {
                    List<StakeChange> changes = new ArrayList<>();
                    for (int i = random.nextInt(60); i >= 0; i--) {
                        Stake after = Samples.stake(random);
                        changes.add(
                                StakeChange.settled(null, after, 1, random.nextInt(4), List.of()));
                    }
                    return changes;
                },
                (changes, random) ->
                        assertThat(totals(combined(changes, random))).isEqualTo(direct(changes)));
    }

    private static StakeChange change(long asOf, boolean settled) {
        Stake stake = Samples.stake(new Random(3));
        return settled
                ? StakeChange.settled(null, stake, 1, asOf, List.of())
                : StakeChange.provisional(null, stake, 1, asOf);
    }

    private static OneInputStreamOperatorTestHarness<StakeChange, LeafDelta> harness()
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(new CombineStakes(Company.replay()));
        harness.setup(LeafDeltaSerializer.INSTANCE);
        harness.open();
        return harness;
    }

    /** Runs changes through the operator, with flushes now and then. */
    private static List<LeafDelta> combined(List<StakeChange> changes, Random random) {
        try (var combine = harness()) {
            long wall = 0;
            for (StakeChange change : changes) {
                combine.processElement(new StreamRecord<>(change));
                wall += random.nextInt(60);
                combine.setProcessingTime(wall);
            }
            combine.endInput();
            return combine.extractOutputValues();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> totals(List<LeafDelta> deltas) {
        Map<String, Sums> totals = new HashMap<>();
        deltas.forEach(
                delta ->
                        totals.computeIfAbsent(key(delta.leaf(), delta.asOf()), k -> new Sums())
                                .add(delta.sums(), 1));
        return texts(totals);
    }

    private static Map<String, String> direct(List<StakeChange> changes) {
        Map<String, Sums> totals = new HashMap<>();
        for (StakeChange change : changes) {
            Stake s = change.after();
            StakeExpansion.addFiscal(s, 1, window -> sums(totals, s, window, change.asOf()));
            int home = s.status() == Stake.Status.OPEN ? s.current() : s.booked();
            sums(totals, s, home, change.asOf()).add(Measure.FACTS, change.facts());
        }
        return texts(totals);
    }

    private static Sums sums(Map<String, Sums> totals, Stake stake, int window, long asOf) {
        Leaf leaf = new Leaf(stake.owner(), stake.territory(), window, stake.pathDay());
        return totals.computeIfAbsent(key(leaf, asOf), k -> new Sums());
    }

    private static String key(Leaf leaf, long asOf) {
        return leaf + "@" + asOf;
    }

    private static Map<String, String> texts(Map<String, Sums> totals) {
        Map<String, String> texts = new TreeMap<>();
        totals.forEach(
                (key, sums) -> {
                    List<String> cells = new ArrayList<>();
                    sums.cells.forEach(
                            (cell, n, amount, p) ->
                                    cells.add(cell + ":" + n + ":" + amount + ":" + p));
                    cells.sort(String::compareTo);
                    if (!sums.isZero()) {
                        texts.put(key, Arrays.toString(sums.values) + cells);
                    }
                });
        return texts;
    }

    private static void add(long[] to, long[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }
}
