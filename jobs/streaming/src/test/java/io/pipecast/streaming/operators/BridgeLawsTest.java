package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.MadeModels;
import io.pipecast.streaming.track.StakeChange;
import io.pipecast.testkit.Deals;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What holds of every forecast bridge, whatever the deals: two models come into force, a user moves
 * to another manager and one leaves while deals are open.
 */
class BridgeLawsTest {
    private static final long HOUR = 3_600_000;
    private static final long DISORDER = HOUR - 60_000;
    private static final int DEALS = 12;
    private static final DayClock DAYS = Company.settings().calendar().days();
    private static final Set<Quantity> PARTS =
            Arrays.stream(Quantity.values())
                    .filter(q -> q.key.startsWith("bridge_"))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quantity.class)));

    @Test
    void thePartsSumToTheMoveOfTheMeanToTheCent() {
        Set<Quantity> seen = EnumSet.noneOf(Quantity.class);
        ForAll.seeds(
                8,
                random -> {
                    for (JobPlan plan : List.of(Company.live(), Company.replay())) {
                        assertThat(unexplained(run(plan, random, false, 0), seen)).isEmpty();
                    }
                });
        assertThat(seen).as("parts that moved something").isEqualTo(PARTS);
    }

    @Test
    void thePartsOfTheCompanyHaveNothingOfAMoveInsideIt() {
        ForAll.seeds(
                4,
                random -> {
                    for (PipelineForecast row : run(Company.replay(), random, false, 0)) {
                        if (row.parent() == null && row.periodKind() != rolling()) {
                            // but a leaver's expected new deals, which nobody takes over
                            assertThat(row.value(Quantity.BRIDGE_ORGANIZATION))
                                    .isLessThanOrEqualTo(0);
                        }
                    }
                });
    }

    @Test
    void bridgesAreTheSameUnderDisorderWithinTheLateness() {
        sameHistory((plan, seed) -> run(plan, new Random(seed), true, 0));
    }

    @Test
    void restartsInBetweenChangeNoBridge() {
        sameHistory((plan, seed) -> run(plan, new Random(seed), false, 0.2));
    }

    private static PipelineForecast.PeriodRole rolling() {
        return PipelineForecast.PeriodRole.ROLLING;
    }

    /** Another way to the same history. */
    private interface OtherWay {
        List<PipelineForecast> rows(JobPlan plan, long seed);
    }

    private static void sameHistory(OtherWay way) {
        ForAll.seeds(
                4,
                random -> {
                    long seed = random.nextLong();
                    for (JobPlan plan : List.of(Company.live(), Company.replay())) {
                        List<PipelineForecast> straight = run(plan, new Random(seed), false, 0);
                        assertThat(parts(way.rows(plan, seed))).isEqualTo(parts(straight));
                    }
                });
    }

    /** What the parts of each row leave over of what the mean moved since the midnight before. */
    private static List<String> unexplained(List<PipelineForecast> rows, Set<Quantity> seen) {
        Map<String, PipelineForecast> before = new TreeMap<>();
        List<String> unexplained = new ArrayList<>();
        int bridged = 0;
        for (PipelineForecast row : rows) {
            PipelineForecast former = before.put(row.key(), row);
            if (!isBridged(row)
                    || former == null
                    || !isBridged(former)
                    || !followsOn(former, row)) {
                continue;
            }
            long rest = row.value(Quantity.MODEL_MEAN) - former.value(Quantity.MODEL_MEAN);
            for (Quantity part : PARTS) {
                long moved = row.value(part) == Quantity.MISSING ? 0 : row.value(part);
                rest -= moved;
                if (moved != 0) {
                    seen.add(part);
                }
            }
            bridged++;
            if (rest != 0) {
                unexplained.add(rest + " of " + row.key() + " at " + row.asOf());
            }
        }
        assertThat(bridged).isGreaterThan(1000);
        return unexplained;
    }

    /** Whether a row is of a window that is stated, and explained, at every midnight. */
    private static boolean isBridged(PipelineForecast row) {
        return row.value(Quantity.BRIDGE_TIME) != Quantity.MISSING;
    }

    /** Whether a row is of the midnight after another's: a node may have been gone in between. */
    private static boolean followsOn(PipelineForecast former, PipelineForecast row) {
        return DAYS.midnightAfter(former.asOf()) >= row.asOf();
    }

    private static Map<String, String> parts(Collection<PipelineForecast> rows) {
        Map<String, String> parts = new TreeMap<>();
        for (PipelineForecast row : rows) {
            List<Long> values = PARTS.stream().map(row::value).toList();
            parts.put(row.asOf() + " " + row.key(), values.toString());
        }
        return parts;
    }

    private static List<Steering> steering() {
        List<Steering> records = new ArrayList<>(Company.organization());
        long leaves = Company.at("2026-03-20T00:00:00Z");
        records.add(
                Steering.of(OrganizationFact.user("u4", "U4", "m2", "north", false, leaves, 21)));
        // without a model a push moves a deal's whole chance; the made ones know no close dates
        long first = Company.at("2026-03-05T00:00:00Z");
        records.add(Steering.of(MadeModels.published(1, "m1", 1, 9, first)));
        long later = Company.at("2026-03-25T12:00:00Z");
        records.add(Steering.of(MadeModels.published(2, "m2", 2, 9, later)));
        return records;
    }

    /** Settled rows of random deals through TRACK and its changes, day by day, through ORGANIZE. */
    private static List<PipelineForecast> run(
            JobPlan plan, Random random, boolean disorder, double restarts) {
        List<DealEvent> events = Company.deals(random, DEALS);
        if (disorder) {
            events = Deals.disordered(events, random, DISORDER, 0.1);
        }
        try (OrganizeHarness organize = new OrganizeHarness(plan);
                TrackHarness track = new TrackHarness(plan)) {
            for (Steering record : steering()) {
                track.steer(record);
                organize.steer(record);
            }
            long clock = Company.FROM;
            for (DealEvent event : events) {
                clock = Math.max(clock, event.time());
                track.event(event);
                advance(track, organize, clock - HOUR);
                if (random.nextDouble() < restarts) {
                    organize.restart();
                    track.restart();
                }
            }
            advance(track, organize, Company.TO - HOUR);
            return List.copyOf(organize.settled);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void advance(TrackHarness track, OrganizeHarness organize, long watermark)
            throws Exception {
        track.settle(watermark);
        track.passTime();
        for (StakeChange change : List.copyOf(track.gather().stakes)) {
            organize.take(change);
        }
        track.stakes.clear();
        organize.settle(watermark);
        organize.passTime();
    }
}
