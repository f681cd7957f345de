package io.pipecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DealsTest {
    private static final long DAY = 86_400_000;
    private static final long FROM = 20_454 * DAY;
    private static final StageTable STAGES =
            new StageTable(
                    List.of(
                            new Stage("Qualified", Outcome.OPEN, 0.2, ForecastCategory.PIPELINE, 0),
                            new Stage("Proposal", Outcome.OPEN, 0.5, ForecastCategory.BEST_CASE, 0),
                            new Stage("Won", Outcome.WON, 1, ForecastCategory.COMMIT, 0),
                            new Stage("Lost", Outcome.LOST, 0, ForecastCategory.OMITTED, 0)));

    @Test
    void dealsAreWonLostReopenedPushedAndLeftOpen() {
        int[] seen = new int[Outcome.values().length];
        int pushes = 0;
        int reopenings = 0;
        for (DealHistory history : histories(log(new Random(1))).values()) {
            DealView deal = history.viewAt(Long.MAX_VALUE, STAGES);
            assertThat(deal.exists).isTrue();
            seen[deal.outcome.ordinal()]++;
            pushes += deal.pushes;
            reopenings += deal.reopenings;
        }
        assertThat(seen).doesNotContain(0);
        assertThat(pushes).isGreaterThan(20);
        assertThat(reopenings).isPositive();
    }

    @Test
    void disorderKeepsWithinItsBoundRepeatsSomeAndLosesNone() {
        List<DealEvent> log = log(new Random(2));
        List<DealEvent> feed = Deals.disordered(log, new Random(3), 3_600_000, 0.05);
        assertThat(feed).hasSizeBetween(log.size() * 103 / 100, log.size() * 107 / 100);
        assertThat(feed).containsAll(log).isNotEqualTo(log);
        long newest = Long.MIN_VALUE;
        for (DealEvent event : feed) {
            newest = Math.max(newest, event.time());
            assertThat(newest - event.time()).isLessThanOrEqualTo(3_600_000);
        }
    }

    private static List<DealEvent> log(Random random) {
        return Deals.events(random, STAGES, 300, FROM, FROM + 120 * DAY);
    }

    private static Map<String, DealHistory> histories(List<DealEvent> log) {
        Map<String, DealHistory> histories = new TreeMap<>();
        for (DealEvent event : log) {
            DealHistory history =
                    histories.computeIfAbsent(event.opportunityId(), id -> new DealHistory());
            for (var fact : event.facts()) {
                history.add(fact);
            }
        }
        return histories;
    }
}
