package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.Horizon;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a row of model health must say, found anew from the scores on record by the definition. */
final class ScoreAudit {
    private final DayClock days;
    private final Map<String, TreeMap<Long, DealScore>> deals;
    private long judged;
    private long won;
    private double squares;

    ScoreAudit(List<DealScore> scores, DayClock days) {
        this.days = days;
        this.deals =
                scores.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DealScore::opportunityId,
                                        Collectors.toMap(
                                                DealScore::asOf,
                                                s -> s,
                                                (a, b) -> b,
                                                TreeMap::new)));
    }

    /** Asserts that a row about a horizon of days is right. */
    void assertRight(ModelHealth health, Horizon horizon) {
        judged = 0;
        won = 0;
        squares = 0;
        for (TreeMap<Long, DealScore> rows : deals.values()) {
            for (DealScore forecast : rows.values()) {
                if (forecast.isOpen() && forecast.modelVersion().equals(health.modelVersion())) {
                    judge(forecast, rows.tailMap(forecast.asOf(), false), health, horizon);
                }
            }
        }
        assertThat(health.judged()).isEqualTo(judged);
        assertThat(health.won()).isEqualTo(won).isPositive();
        assertThat(health.brier()).isCloseTo(squares / judged, within(1e-5));
    }

    /** The first later row that is of an end, or not before the end of the horizon, decides. */
    private void judge(
            DealScore forecast,
            SortedMap<Long, DealScore> later,
            ModelHealth health,
            Horizon horizon) {
        int day = days.dayOf(forecast.asOf()) + horizon.days;
        long end = days.startOf(day);
        DealScore told =
                later.values().stream()
                        .filter(row -> !row.isOpen() || row.asOf() >= end)
                        .findFirst()
                        .orElse(null);
        if (told == null || told.removed() || day > health.asOf() || day < health.fromDay()) {
            return;
        }
        boolean came = told.outcome() == Outcome.WON && told.closedAt() < end;
        judged++;
        won += came ? 1 : 0;
        squares += Math.pow(forecast.probability(horizon) / 1e6 - (came ? 1 : 0), 2);
    }
}
