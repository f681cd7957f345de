package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The odds the world gives are the odds that come true. */
class OracleTest {
    private static final int SAMPLES = 40;
    private static final int EVERY_DAYS = 35;
    private static final SimulationPlan PLAN =
            new SimulationPlan("Oracle Co", 21, 18, LocalDate.of(2025, 1, 1), 456, false, false);
    private static final DayClock DAYS = PLAN.calendar().days();
    private static final List<Odds> ODDS = new ArrayList<>();
    private static final Map<String, Integer> WON_ON = new HashMap<>();
    private static final List<TimedRecord> LOG =
            Logs.until(Simulation.of(PLAN, new Asker()), PLAN.end());
    private static final int LAST_DAY = (int) PLAN.today().toEpochDay() - 30;

    private static final class Asker implements Witness {
        @Override
        public void ended(DealTruth deal) {
            if (deal.outcome().equals("WON")) {
                WON_ON.put(deal.opportunityId(), dayOf(deal.endedAt()));
            }
        }

        @Override
        public void morning(int day, OpenDeals deals) {
            if (day % EVERY_DAYS == 0) {
                ODDS.addAll(deals.odds(SAMPLES));
            }
        }
    }

    private static int dayOf(long instant) {
        return DAYS.dayOf(instant);
    }

    private static boolean won(Odds odds, int days) {
        int day = WON_ON.getOrDefault(odds.opportunityId(), Integer.MAX_VALUE);
        return day < odds.day() + days;
    }

    private static List<Odds> judged() {
        return ODDS.stream().filter(o -> o.day() <= LAST_DAY).toList();
    }

    @Test
    void asManyDealsAreWonAsTheOddsSay() {
        double expected = judged().stream().mapToDouble(Odds::within30d).sum();
        double happened = judged().stream().filter(o -> won(o, 30)).count();
        assertThat(happened).isGreaterThan(150);
        assertThat(expected).isCloseTo(happened, Percentage.withPercentage(15));
    }

    @Test
    void theOddsTellDealsApartFarBetterThanTheirAverage() {
        double rate = judged().stream().filter(o -> won(o, 30)).count() / (double) judged().size();
        double brier = 0;
        double ofAverage = 0;
        for (Odds odds : judged()) {
            double outcome = won(odds, 30) ? 1 : 0;
            brier += (odds.within30d() - outcome) * (odds.within30d() - outcome);
            ofAverage += (rate - outcome) * (rate - outcome);
        }
        assertThat(brier).isLessThan(0.8 * ofAverage);
    }

    @Test
    void longerHorizonsHaveGreaterOdds() {
        assertThat(ODDS)
                .allMatch(o -> o.within14d() <= o.within30d() && o.within30d() <= o.ever())
                .allMatch(o -> o.currentPeriod() + o.nextPeriod() <= o.ever() + 1e-9);
    }

    @Test
    void askingChangesNothing() {
        assertThat(Logs.of(PLAN).stream().map(Logs::line).toList())
                .isEqualTo(LOG.stream().map(Logs::line).toList());
    }
}
