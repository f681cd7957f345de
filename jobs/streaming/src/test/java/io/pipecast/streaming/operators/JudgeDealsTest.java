package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.model.features.AsOf;
import io.pipecast.streaming.Company;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class JudgeDealsTest {
    private static final DayClock DAYS = Company.settings().calendar().days();
    private static final int FIRST = DAYS.dayOf(Company.FROM);
    private static final int[] NONE = {};

    /** Rows of one deal: of the model in force, ending with its end or none, and of a shadow. */
    private record Life(List<DealScore> champion, List<DealScore> shadow) {
        static Life of(String id, Random random) {
            List<DealScore> champion = new ArrayList<>();
            List<DealScore> shadow = new ArrayList<>();
            int day = FIRST + random.nextInt(7);
            int end = day + random.nextInt(200);
            for (; day < end; day += 7) {
                champion.add(row(id, day, false, Outcome.OPEN, random));
                if (random.nextInt(3) > 0) {
                    shadow.add(row(id, day, true, Outcome.OPEN, random));
                }
            }
            int kind = random.nextInt(4);
            if (kind < 3) {
                Outcome outcome = kind == 0 ? Outcome.LOST : Outcome.WON;
                champion.add(row(id, end, false, outcome, random));
            }
            return new Life(champion, shadow);
        }

        private static DealScore row(
                String id, int day, boolean shadow, Outcome outcome, Random random) {
            boolean open = outcome == Outcome.OPEN;
            long at = DAYS.startOf(day);
            return new DealScore(
                    id,
                    at,
                    shadow,
                    shadow ? "s" : "c",
                    outcome,
                    false,
                    open ? Quantity.MISSING : at - 1 - random.nextInt(86_000_000),
                    open ? random.ints(Horizon.COUNT, 0, 1_000_000).toArray() : NONE,
                    Map.of());
        }

        /**
         * What is to be said, by the definition: each forecast by how the deal stood at its end.
         */
        List<String> expected() {
            List<String> said = new ArrayList<>();
            List<DealScore> forecasts = new ArrayList<>(shadow);
            champion.stream().filter(DealScore::isOpen).forEach(forecasts::add);
            for (DealScore forecast : forecasts) {
                for (Horizon horizon : Horizon.values()) {
                    String verdict = verdict(forecast, horizon);
                    if (verdict != null) {
                        said.add(verdict);
                    }
                }
            }
            said.sort(null);
            return said;
        }

        private String verdict(DealScore forecast, Horizon horizon) {
            AsOf made = new AsOf(Company.settings().calendar(), forecast.asOf());
            int endDay =
                    switch (horizon) {
                        case EVER -> 0;
                        case CURRENT_PERIOD -> made.current.endDay();
                        case NEXT_PERIOD -> made.next.endDay();
                        default -> made.day + horizon.days;
                    };
            DealScore last = champion.isEmpty() ? null : champion.get(champion.size() - 1);
            if (horizon == Horizon.EVER || last == null) {
                return null;
            }
            int lastDay = DAYS.dayOf(last.asOf());
            if (last.isOpen() && lastDay < endDay) {
                return null;
            }
            int closed = last.isOpen() ? Integer.MAX_VALUE : DAYS.dayOf(last.closedAt());
            boolean inTime =
                    closed < endDay
                            && (horizon != Horizon.NEXT_PERIOD || closed >= made.next.startDay());
            boolean came = last.outcome() == Outcome.WON && inTime;
            return text(forecast.shadow(), horizon.key, endDay, came, forecast, horizon);
        }

        private static String text(
                boolean shadow,
                String measure,
                int day,
                boolean came,
                DealScore forecast,
                Horizon horizon) {
            return (shadow ? "s " : "c ")
                    + measure
                    + " "
                    + day
                    + " "
                    + (came ? "CAME " : "MISSED ")
                    + forecast.probabilities()[horizon.ordinal()];
        }
    }

    @Test
    void everyForecastIsJudgedOnceByHowTheDealStoodAtItsEnd() {
        ForAll.seeds(
                60,
                random -> {
                    Life life = Life.of("D", random);
                    assertThat(said(merged(life, random), random)).isEqualTo(life.expected());
                });
    }

    @Test
    void aRemovedDealIsNotJudged() {
        Random random = new Random(4);
        DealScore open = Life.row("D", FIRST, false, Outcome.OPEN, random);
        DealScore gone =
                new DealScore(
                        "D",
                        DAYS.startOf(FIRST + 100),
                        false,
                        "c",
                        Outcome.OPEN,
                        true,
                        Quantity.MISSING,
                        NONE,
                        Map.of());
        DealScore later = Life.row("D", FIRST + 300, false, Outcome.WON, random);
        assertThat(said(List.of(open, gone, later), random)).isEmpty();
    }

    /** Champion and shadow each in order, one beside the other at any pace, some rows twice. */
    private static List<DealScore> merged(Life life, Random random) {
        List<DealScore> all = new ArrayList<>();
        int c = 0;
        int s = 0;
        boolean shadowLast = random.nextBoolean();
        while (c < life.champion.size() || s < life.shadow.size()) {
            boolean champion =
                    s == life.shadow.size()
                            || (c < life.champion.size() && (shadowLast || random.nextBoolean()));
            all.add(champion ? life.champion.get(c++) : life.shadow.get(s++));
            if (random.nextInt(5) == 0) {
                all.add(all.get(Math.max(0, all.size() - 1 - random.nextInt(3))));
            }
        }
        return all;
    }

    private static List<String> said(List<DealScore> rows, Random random) {
        try {
            return judged(rows, random);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> judged(List<DealScore> rows, Random random) throws Exception {
        List<Judgement> judgements = new ArrayList<>();
        var judge = harness();
        judge.open();
        for (DealScore row : rows) {
            if (random.nextInt(20) == 0) {
                judgements.addAll(judge.extractOutputValues());
                var state = judge.snapshot(1, 1);
                judge.close();
                judge = harness();
                judge.initializeState(state);
                judge.open();
            }
            judge.processElement(new StreamRecord<>(row));
        }
        judgements.addAll(judge.extractOutputValues());
        judge.close();
        return judgements.stream()
                .filter(j -> j.kind() != Judgement.Kind.GIVEN)
                .map(JudgeDealsTest::text)
                .sorted()
                .toList();
    }

    private static String text(Judgement j) {
        String role = j.shadow() ? "s " : "c ";
        assertThat(j.modelVersion() + " ").isEqualTo(role);
        return role + j.measure() + " " + j.day() + " " + j.kind() + " " + j.amount();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DealScore, Judgement> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new JudgeDeals(Company.live())),
                DealScore::opportunityId,
                Types.STRING);
    }

    @Test
    void everyChanceOfAKnownHorizonIsCountedAsGiven() throws Exception {
        DealScore open = Life.row("D", FIRST, false, Outcome.OPEN, new Random(1));
        try (var judge = harness()) {
            judge.open();
            judge.processElement(new StreamRecord<>(open));
            judge.processElement(new StreamRecord<>(open));
            assertThat(judge.extractOutputValues())
                    .extracting(Judgement::measure)
                    .containsExactlyElementsOf(
                            Arrays.stream(Horizon.values())
                                    .filter(h -> h != Horizon.EVER)
                                    .map(h -> h.key)
                                    .toList());
            assertThat(judge.extractOutputValues())
                    .allMatch(j -> j.kind() == Judgement.Kind.GIVEN && j.day() == FIRST);
        }
    }
}
