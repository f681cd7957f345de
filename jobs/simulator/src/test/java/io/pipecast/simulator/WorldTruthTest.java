package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.DealType;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.record.TimedRecord.Kind;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.Witness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What a forecaster may hope to find is really there. */
class WorldTruthTest {
    private static final SimulationPlan PLAN =
            new SimulationPlan("Truth Co", 11, 24, LocalDate.of(2025, 1, 1), 547, false, false);
    private static final List<DealTruth> ENDED = new ArrayList<>();
    private static final List<TimedRecord> LOG =
            Logs.until(Simulation.of(PLAN, new Listener()), PLAN.end());

    private static final class Listener implements Witness {
        @Override
        public void ended(DealTruth deal) {
            ENDED.add(deal);
        }
    }

    @Test
    void betterDealsAndBetterRepsWinMore() {
        assertThat(mean(won(), DealTruth::quality))
                .isGreaterThan(0.35 + mean(lost(), DealTruth::quality));
        assertThat(mean(won(), DealTruth::skill))
                .isGreaterThan(0.05 + mean(lost(), DealTruth::skill));
    }

    @Test
    void buyersWhoReplyBuyMore() {
        Map<String, Double> replies = new HashMap<>();
        Map<String, Double> days = new HashMap<>();
        for (TimedRecord record : LOG) {
            if (record.kind() == Kind.ACTIVITY
                    && record.activity().direction == Direction.INBOUND) {
                replies.merge(record.key(), 1d, Double::sum);
            }
        }
        ENDED.forEach(d -> days.put(d.opportunityId(), age(d)));
        ToDoubleFunction<DealTruth> rate =
                d -> replies.getOrDefault(d.opportunityId(), 0d) / days.get(d.opportunityId());
        assertThat(mean(won(), rate)).isGreaterThan(1.5 * mean(lost(), rate));
    }

    private static double age(DealTruth deal) {
        int ended = PLAN.calendar().days().dayOf(deal.endedAt());
        return Math.max(1, ended - deal.createdDay());
    }

    @Test
    void silencePrecedesLoss() {
        assertThat(share(lost(), d -> lastTurn(d).warm())).isLessThan(0.45);
        assertThat(share(won(), d -> lastTurn(d).warm())).isGreaterThan(0.8);
    }

    private static DealTruth.Turn lastTurn(DealTruth deal) {
        return deal.turns().get(deal.turns().size() - 1);
    }

    @Test
    void winsCrowdIntoTheLastTwoWeeksOfAQuarter() {
        SalesCalendar calendar = PLAN.calendar();
        double late =
                share(
                        won(),
                        d -> {
                            int day = calendar.days().dayOf(d.endedAt());
                            Period quarter = calendar.fiscal().at(day);
                            return calendar.business().between(day, quarter.endDay()) <= 10;
                        });
        // two weeks of thirteen would be 15 % of the wins
        assertThat(late).isBetween(0.22, 0.5);
    }

    @Test
    void renewalsAreWonOftenAndNewBusinessSeldom() {
        assertThat(winRate(DealType.RENEWAL)).isBetween(0.5, 0.9);
        assertThat(winRate(DealType.EXPANSION)).isBetween(0.2, 0.45);
        assertThat(winRate(DealType.NEW)).isBetween(0.07, 0.2);
    }

    @Test
    void someDealsAreNeverDecided() {
        assertThat(ENDED).noneMatch(d -> d.zombie() && d.outcome().equals("WON"));
        assertThat(share(ENDED, DealTruth::zombie)).isLessThan(0.03);
    }

    private static double winRate(DealType type) {
        List<DealTruth> decided =
                ENDED.stream()
                        .filter(d -> d.dealType() == type && !d.outcome().equals("GONE"))
                        .toList();
        return share(decided, d -> d.outcome().equals("WON"));
    }

    private static List<DealTruth> won() {
        return ENDED.stream().filter(d -> d.outcome().equals("WON")).toList();
    }

    private static List<DealTruth> lost() {
        return ENDED.stream().filter(d -> d.outcome().equals("LOST")).toList();
    }

    private static double share(List<DealTruth> deals, Predicate<DealTruth> wanted) {
        return mean(deals, d -> wanted.test(d) ? 1 : 0);
    }

    private static double mean(List<DealTruth> deals, ToDoubleFunction<DealTruth> value) {
        return deals.stream().mapToDouble(value).average().orElseThrow();
    }
}
