package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.model.rollup.Stake;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.track.DealState;
import io.pipecast.testkit.Deals;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds of the TRACK operator whatever comes, live and in replay. */
class TrackLawsTest {
    private static final long HOUR = 3_600_000;
    private static final long DISORDER = HOUR - 60_000;
    private static final int DEALS = 4;

    /** No deal is dropped: what is late without bounds must still find it. */
    private static final String LONG =
            Company.YAML.replace("retentionDays: 30", "retentionDays: 400");

    @Test
    void liveAndReplayEndInTheSameRowsUnderAnyOrderAndRepetition() {
        ForAll.seeds(
                6,
                random -> {
                    List<DealEvent> events = Company.deals(random, DEALS);
                    List<DealEvent> shuffled = new ArrayList<>(events);
                    shuffled.addAll(events.subList(0, events.size() / 3));
                    Collections.shuffle(shuffled, random);
                    Outcome live = run(shuffled, JobPlan.live(LONG, 100), random, 0);
                    Outcome replay = run(events, JobPlan.replay(LONG, 1), random, 0);
                    assertThat(live.timeless).isEqualTo(replay.timeless);
                });
    }

    @Test
    void liveAndReplayEndInTheSameStateUnderDisorderWithinTheLateness() {
        ForAll.seeds(
                15,
                random -> {
                    List<DealEvent> events = Company.deals(random, DEALS);
                    Outcome live = live(disordered(events, random), random, 0);
                    Outcome replay = replay(disordered(events, random), random, 0);
                    assertThat(live.states).isEqualTo(replay.states);
                    assertThat(live.alerts).isEqualTo(replay.alerts);
                });
    }

    @Test
    void settledHistoryIsTheSameUnderDisorderWithinTheLateness() {
        ForAll.seeds(
                15,
                random -> {
                    List<DealEvent> events = Company.deals(random, DEALS);
                    Outcome ordered = replay(events, random, 0);
                    Outcome disordered = replay(disordered(events, random), random, 0);
                    assertThat(disordered.snapshots).isEqualTo(ordered.snapshots);
                    assertThat(disordered.alerts).isEqualTo(ordered.alerts);
                    assertThat(disordered.rows).isEqualTo(ordered.rows);
                });
    }

    @Test
    void snapshotAndRestoreBetweenAnyTwoEventsChangeNothingInAReplay() {
        ForAll.seeds(
                6,
                random -> {
                    List<DealEvent> events = disordered(Company.deals(random, 2), random);
                    Outcome straight = replay(events, random, 0);
                    assertThat(replay(events, random, 1)).isEqualTo(straight);
                });
    }

    @Test
    void snapshotAndRestoreBetweenAnyTwoEventsChangeNothingLive() {
        ForAll.seeds(
                6,
                random -> {
                    List<DealEvent> events = disordered(Company.deals(random, 2), random);
                    Outcome straight = live(events, random, 0);
                    Outcome restarted = live(events, random, 1);
                    assertThat(restarted.states).isEqualTo(straight.states);
                    assertThat(restarted.alerts).isEqualTo(straight.alerts);
                    assertThat(restarted.timeless).isEqualTo(straight.timeless);
                });
    }

    private static List<DealEvent> disordered(List<DealEvent> events, Random random) {
        return Deals.disordered(events, random, DISORDER, 0.1);
    }

    /** What a run put out and where it ended, as comparable text. */
    private record Outcome(
            Map<String, String> rows,
            Map<String, String> timeless,
            List<String> snapshots,
            List<String> alerts,
            Map<String, String> states) {}

    private static Outcome live(List<DealEvent> events, Random random, double restarts) {
        return run(events, Company.live(), random, restarts);
    }

    private static Outcome replay(List<DealEvent> events, Random random, double restarts) {
        return run(events, Company.replay(), random, restarts);
    }

    private static Outcome run(
            List<DealEvent> events, JobPlan plan, Random random, double restarts) {
        try (TrackHarness track = new TrackHarness(plan)) {
            long clock = Company.FROM;
            track.settle(clock - HOUR);
            for (DealEvent event : events) {
                track.event(event);
                clock = Math.max(clock, event.time());
                track.settle(clock - HOUR);
                track.passTime();
                if (random.nextDouble() < restarts) {
                    track.restart();
                }
            }
            track.settle(Company.TO - HOUR);
            track.passTime();
            if (!plan.live) {
                track.steer(Steering.end(Company.TO));
            }
            return end(track, plan);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A live job is read at its last instant, before it looks beyond; then both are settled. */
    private static Outcome end(TrackHarness track, JobPlan plan) throws Exception {
        Map<String, DealForecast> live = track.gather().lastRows();
        track.settle(Company.TO);
        Map<String, String> states = states(track);
        if (!plan.live) {
            track.settle(Long.MAX_VALUE);
        }
        track.gather();
        Map<String, DealForecast> last = plan.live ? live : track.lastRows();
        return new Outcome(
                texts(last, TrackLawsTest::text),
                texts(last, TrackLawsTest::timeless),
                sorted(track.snapshots),
                sorted(track.alerts),
                states);
    }

    private static Map<String, String> texts(
            Map<String, DealForecast> rows, Function<DealForecast, String> text) {
        Map<String, String> texts = new TreeMap<>();
        rows.forEach((id, row) -> texts.put(id, text.apply(row)));
        return texts;
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream().map(TrackLawsTest::text).sorted().toList();
    }

    private static String text(Object row) {
        return row instanceof DealForecast deal
                ? withArray(deal, deal.probabilities())
                : row.toString();
    }

    /** A record's text with the values of its array in place of the array's address. */
    private static String withArray(Object row, int[] array) {
        return row.toString().replaceAll("\\[I@[0-9a-f]+", Arrays.toString(array));
    }

    private static Map<String, String> states(TrackHarness track) throws Exception {
        Map<String, String> states = new TreeMap<>();
        for (int i = 0; i < DEALS; i++) {
            DealState state = track.state("D" + i);
            if (state != null) {
                states.put("D" + i, text(state));
            }
        }
        return states;
    }

    /** The settled part of a state; the timer armed next is the job's own affair. */
    private static String text(DealState state) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < state.history.size(); i++) {
            text.append(state.history.fact(i)).append('\n');
        }
        return text.append(state.alerts.openAlerts())
                .append(state.alerts.version())
                .append(stake(state.settledStake))
                .append(state.settledFacts)
                .append(state.tombstone)
                .toString();
    }

    private static String stake(Stake stake) {
        return stake == null ? "none" : withArray(stake, stake.chances());
    }

    /** A row without what says when it was computed. */
    private static String timeless(DealForecast r) {
        return String.join(
                " ",
                r.stage() + "/" + r.outcome() + "/" + r.owner() + "/" + r.category(),
                r.amount() + "/" + r.corporateAmount() + "/" + r.closeDate() + "/" + r.closedAt(),
                r.pushes() + "/" + r.backwardMoves() + "/" + r.reopenings(),
                r.lastBuyerAt() + "/" + r.meetingAt() + "/" + r.removed() + "/" + r.changes(),
                Arrays.toString(r.probabilities()));
    }
}
