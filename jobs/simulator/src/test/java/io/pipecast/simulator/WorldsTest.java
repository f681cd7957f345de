package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.LandingTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worlds differ in what decides deals, and each tells its truth. */
class WorldsTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final LocalDate CHANGE = LocalDate.of(2023, 8, 16);

    private static SimulationPlan plan(WorldKind world, int reps, int days) {
        return new SimulationPlan("World Co", 31, reps, START, days, false, false)
                .in(world, CHANGE);
    }

    private static List<String> lines(SimulationPlan plan) {
        return Logs.of(plan).stream().map(Logs::line).toList();
    }

    private static final class Listener implements Witness {
        private final DayClock days;
        private final List<LandingTruth> landings = new ArrayList<>();
        private final List<Odds> odds = new ArrayList<>();
        private final Map<String, Integer> wonOn = new HashMap<>();

        Listener(SimulationPlan plan) {
            this.days = plan.calendar().days();
        }

        @Override
        public void ended(DealTruth deal) {
            if (deal.outcome().equals("WON")) {
                wonOn.put(deal.opportunityId(), days.dayOf(deal.endedAt()));
            }
        }

        @Override
        public void morning(int day, OpenDeals deals) {
            if (Math.floorMod(day, 28) == 0) {
                odds.addAll(deals.odds(20, day + 31));
            }
        }

        @Override
        public void landed(List<LandingTruth> ended) {
            landings.addAll(ended);
        }

        boolean won(Odds o, int within) {
            return wonOn.getOrDefault(o.opportunityId(), Integer.MAX_VALUE) < o.day() + within;
        }
    }

    private static Listener listen(SimulationPlan plan) {
        Listener listener = new Listener(plan);
        Logs.until(Simulation.of(plan, listener), plan.end());
        return listener;
    }

    @Test
    void theDemosWorldKeepsItsBytes() throws NoSuchAlgorithmException {
        SimulationPlan plan =
                new SimulationPlan(
                        "Halden Instruments",
                        SimulationPlan.DEMO_SEED,
                        12,
                        SimulationPlan.START,
                        200,
                        false,
                        false);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        lines(plan).forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8)).isEqualTo("8edc7d7b0fafdf63");
    }

    @ParameterizedTest
    @EnumSource(WorldKind.class)
    void sameSeedGivesTheSameBytesInEveryWorld(WorldKind world) {
        assertThat(lines(plan(world, 3, 200))).isEqualTo(lines(plan(world, 3, 200)));
    }

    @ParameterizedTest
    @EnumSource(WorldKind.class)
    void theOddsComeTrueUntilTheUnforeseenHappens(WorldKind world) {
        int days = world == WorldKind.REGIME ? 190 : 540;
        Listener told = listen(plan(world, 18, days + 31));
        int last = (int) START.plusDays(days).toEpochDay();
        List<Odds> judged = told.odds.stream().filter(o -> o.day() <= last).toList();
        double happened = judged.stream().filter(o -> told.won(o, 30)).count();
        double expected = judged.stream().mapToDouble(Odds::within30d).sum();
        assertThat(happened).isGreaterThan(100);
        assertThat(expected).isCloseTo(happened, Percentage.withPercentage(15));
    }

    @Test
    void chancesThatLookBeyondTheLivesAreNotGiven() {
        Odds odds = listen(plan(WorldKind.HAZARD, 3, 60)).odds.get(0);
        assertThat(odds.within30d()).isBetween(0.0, 1.0);
        assertThat(odds.ever()).isNaN();
    }

    @Test
    void theRegimeIsTheHazardWorldUntilItsLawsChange() {
        SimulationPlan plan = plan(WorldKind.REGIME, 12, 400);
        long change = plan.calendar().days().startOf((int) CHANGE.toEpochDay());
        List<TimedRecord> regime = Logs.of(plan);
        List<TimedRecord> hazard = Logs.of(plan(WorldKind.HAZARD, 12, 400));
        assertThat(before(regime, change)).isEqualTo(before(hazard, change));
        assertThat(wins(regime, change)).isLessThan(0.85 * wins(hazard, change));
    }

    private static List<String> before(List<TimedRecord> log, long instant) {
        return log.stream().filter(r -> r.at() < instant).map(Logs::line).toList();
    }

    private static double wins(List<TimedRecord> log, long from) {
        return log.stream()
                .filter(r -> r.at() >= from && r.kind() == TimedRecord.Kind.OPPORTUNITY)
                .filter(r -> "Won".equals(r.change().stage))
                .count();
    }

    @Test
    void withoutADateTheLawsChangeInTheMiddleOfTheLastWholeQuarter() {
        SimulationPlan plan = plan(WorldKind.REGIME, 3, 400).in(WorldKind.REGIME, null);
        assertThat(LocalDate.ofEpochDay(plan.changeDay())).isEqualTo("2023-11-16");
    }

    @Test
    void dealsOfTheNetworkShareTheirLuckAndThoseOfHazardsDoNot() {
        assertThat(dispersion(WorldKind.HAZARD)).isLessThan(2);
        assertThat(dispersion(WorldKind.NETWORK)).isGreaterThan(3);
    }

    /** Variance of the company's wins by quarter over their mean: 1 for independent wins. */
    private static double dispersion(WorldKind world) {
        double[] wins =
                listen(plan(world, 18, 1470)).landings.stream()
                        .filter(l -> l.node().equals(Organization.COMPANY))
                        .filter(l -> l.tree() == Tree.REPORTING)
                        .mapToDouble(LandingTruth::wins)
                        .toArray();
        assertThat(wins).hasSize(16);
        double sum = 0;
        double squares = 0;
        for (double w : wins) {
            sum += w;
            squares += w * w;
        }
        double mean = sum / wins.length;
        return (squares / wins.length - mean * mean) / mean;
    }

    @ParameterizedTest
    @EnumSource(WorldKind.class)
    void landingsAddUpAlongBothTrees(WorldKind world) {
        SimulationPlan plan = plan(world, 12, 100);
        Listener told = listen(plan);
        long company = 0;
        long territories = 0;
        long leaders = 0;
        for (LandingTruth landing : told.landings) {
            boolean root = landing.node().equals(Organization.COMPANY);
            boolean reporting = landing.tree() == Tree.REPORTING;
            company += root && reporting ? landing.amount() : 0;
            territories += !root && !reporting ? landing.amount() : 0;
            leaders += !root && reporting ? landing.amount() : 0;
        }
        assertThat(company).isPositive().isEqualTo(territories);
        // rep, manager and vice president each book every win
        assertThat(leaders).isEqualTo(3 * company);
    }
}
