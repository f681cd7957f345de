package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.track.StakeChange;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds of every cut, whatever the deals: the company moves a user while they are open. */
class OrganizeLawsTest {
    private static final long HOUR = 3_600_000;

    @Test
    void childrenSumToTheirParentToTheCentInEveryCut() {
        everyRun(
                (settled, provisional) -> {
                    settled.forEach(OrganizeLawsTest::assertChildrenSum);
                    provisional.forEach(OrganizeLawsTest::assertChildrenSum);
                });
    }

    @Test
    void bothRootsAgreeInEveryCut() {
        everyRun(
                (settled, provisional) -> {
                    settled.forEach(OrganizeLawsTest::assertRootsEqual);
                    provisional.forEach(OrganizeLawsTest::assertRootsEqual);
                });
    }

    @Test
    void aLandingIsNeverBelowClosedAndItsQuantilesAreInOrder() {
        everyRun(
                (settled, provisional) -> {
                    for (List<PipelineForecast> cut : settled) {
                        cut.forEach(OrganizeLawsTest::assertQuantilesInOrder);
                    }
                });
    }

    @Test
    void cutNumbersGrowAndEveryCutIsComplete() {
        for (JobPlan plan : List.of(Company.live(), Company.replay())) {
            try (OrganizeHarness run = run(plan, new Random(4), 0)) {
                for (var rows : List.of(run.settled, run.provisional)) {
                    assertThat(rows).extracting(PipelineForecast::cut).isSorted();
                    for (List<PipelineForecast> cut : cuts(rows)) {
                        assertThat(cut).hasSize(cut.get(0).cutRows());
                        assertThat(cut).extracting(PipelineForecast::key).doesNotHaveDuplicates();
                    }
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void theVersionOfAScopeOnlyGrows() throws Exception {
        try (OrganizeHarness run = run(Company.live(), new Random(6), 0)) {
            Map<String, Long> versions = new HashMap<>();
            for (PipelineForecast row : run.provisional) {
                Long before = versions.put(row.key(), row.version());
                assertThat(row.version()).isGreaterThanOrEqualTo(before == null ? 0 : before);
            }
        }
    }

    @Test
    void restartsInBetweenChangeNoLaterCut() {
        ForAll.seeds(
                3,
                random -> {
                    long seed = random.nextLong();
                    try (OrganizeHarness straight = run(Company.replay(), new Random(seed), 0);
                            OrganizeHarness restarted =
                                    run(Company.replay(), new Random(seed), 0.2)) {
                        assertThat(texts(restarted.settled)).isEqualTo(texts(straight.settled));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Sees the cuts of a live run: settled ones, and tables after each provisional one. */
    private interface Cuts {
        void see(List<List<PipelineForecast>> settled, List<List<PipelineForecast>> provisional);
    }

    private static void everyRun(Cuts property) {
        ForAll.seeds(
                4,
                random -> {
                    try (OrganizeHarness run = run(Company.live(), random, 0)) {
                        property.see(cuts(run.settled), tables(run.provisional));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Runs deals through TRACK and its changes, day by day, through ORGANIZE. */
    private static OrganizeHarness run(JobPlan plan, Random random, double restarts)
            throws Exception {
        OrganizeHarness organize = new OrganizeHarness(plan);
        try (TrackHarness track = new TrackHarness(plan)) {
            for (Steering record : Company.organization()) {
                track.steer(record);
                organize.steer(record);
            }
            long clock = Company.FROM;
            for (DealEvent event : Company.deals(random, 8)) {
                clock = Math.max(clock, event.time());
                track.event(event);
                track.settle(clock - HOUR);
                track.passTime();
                for (StakeChange change : List.copyOf(track.gather().stakes)) {
                    organize.take(change);
                }
                track.stakes.clear();
                organize.settle(clock - HOUR);
                organize.passTime();
                if (random.nextDouble() < restarts) {
                    organize.restart();
                }
            }
        }
        return organize;
    }

    private static List<List<PipelineForecast>> cuts(List<PipelineForecast> rows) {
        Map<Long, List<PipelineForecast>> cuts = new LinkedHashMap<>();
        rows.forEach(row -> cuts.computeIfAbsent(row.cut(), c -> new ArrayList<>()).add(row));
        return List.copyOf(cuts.values());
    }

    /** What a reader of the upserts holds of the current period after each provisional cut. */
    private static List<List<PipelineForecast>> tables(List<PipelineForecast> rows) {
        Map<String, PipelineForecast> table = new TreeMap<>();
        List<List<PipelineForecast>> tables = new ArrayList<>();
        for (List<PipelineForecast> cut : cuts(rows)) {
            cut.forEach(row -> table.put(row.key(), row));
            tables.add(
                    table.values().stream()
                            .filter(row -> row.period().equals(cut.get(0).period()))
                            .toList());
        }
        return tables;
    }

    private static void assertChildrenSum(List<PipelineForecast> cut) {
        Map<String, long[]> sums = new HashMap<>();
        for (PipelineForecast row : cut) {
            if (row.parent() != null) {
                String parent = row.tree() + "|" + row.parent() + "|" + row.period();
                add(sums.computeIfAbsent(parent, key -> new long[row.values().length]), row);
            }
        }
        for (PipelineForecast row : cut) {
            long[] children = sums.get(row.key());
            if (children != null) {
                assertThat(additive(row))
                        .as(row.key() + " in cut " + row.cut())
                        .isEqualTo(children);
            }
        }
    }

    private static void assertRootsEqual(List<PipelineForecast> cut) {
        Map<String, long[]> reporting = roots(cut, Tree.REPORTING);
        Map<String, long[]> territory = roots(cut, Tree.TERRITORY);
        assertThat(reporting.keySet()).isEqualTo(territory.keySet()).isNotEmpty();
        reporting.forEach((period, values) -> assertThat(territory.get(period)).isEqualTo(values));
    }

    private static Map<String, long[]> roots(List<PipelineForecast> cut, Tree tree) {
        Map<String, long[]> roots = new TreeMap<>();
        for (PipelineForecast row : cut) {
            if (row.tree() == tree && row.parent() == null) {
                roots.put(row.period(), additive(row));
            }
        }
        return roots;
    }

    private static void assertQuantilesInOrder(PipelineForecast row) {
        long closed = row.value(Quantity.CLOSED);
        long p10 = row.value(Quantity.MODEL_P10);
        long p90 = row.value(Quantity.MODEL_P90);
        assertThat(p10).isGreaterThanOrEqualTo(closed == Quantity.MISSING ? 0 : closed);
        assertThat(row.value(Quantity.MODEL_P50)).isBetween(p10, p90);
    }

    private static long[] additive(PipelineForecast row) {
        long[] values = new long[row.values().length];
        add(values, row);
        return values;
    }

    private static void add(long[] to, PipelineForecast row) {
        for (Quantity quantity : Quantity.values()) {
            long value = row.value(quantity);
            if (quantity.additive && value != Quantity.MISSING) {
                to[quantity.ordinal()] = Math.addExact(to[quantity.ordinal()], value);
            }
        }
    }

    private static List<String> texts(Collection<PipelineForecast> rows) {
        return rows.stream()
                .map(
                        row ->
                                row.toString()
                                        .replaceAll(
                                                "\\[J@[0-9a-f]+", Arrays.toString(row.values())))
                .toList();
    }
}
