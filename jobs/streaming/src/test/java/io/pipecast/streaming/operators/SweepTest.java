package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.model.scoring.StageProbabilities;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.MadeModels;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Open deals follow another model a few at a time, beside the stream. */
class SweepTest {
    private static final long HOUR = 3_600_000;
    private static final long START = Company.at("2026-03-02T09:00:00Z");
    private static final long CLOCK = START + 3 * HOUR;
    private static final int DEALS = 2 * Sweep.MOST_KEYS + 500;

    static List<StateBackend> backends() {
        return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
    }

    @ParameterizedTest
    @MethodSource("backends")
    void openDealsFollowANewModelSomeAtATimeWhileEventsGoOn(StateBackend backend) throws Exception {
        try (TrackHarness track = company(backend)) {
            track.steer(model(1, "a", CLOCK));
            assertThat(track.gather().deals).isEmpty();
            track.passTime(Sweep.PAUSE_MILLIS);
            assertThat(track.gather().deals)
                    .hasSize(Sweep.MOST_KEYS)
                    .allMatch(row -> row.modelVersion().equals("a"));

            track.event(change("D7", CLOCK - HOUR, DealField.AMOUNT, 77, null));
            pass(track, 4);
            assertThat(track.gather().lastRows()).hasSize(DEALS);
            assertThat(track.lastRows().values()).allMatch(row -> row.modelVersion().equals("a"));
            assertThat(track.lastRows().get("D7").amount()).isEqualTo(77);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aNewerModelStartsItAgain(StateBackend backend) throws Exception {
        try (TrackHarness track = company(backend)) {
            track.steer(model(1, "a", CLOCK));
            track.passTime(Sweep.PAUSE_MILLIS);
            track.steer(model(2, "b", CLOCK));
            pass(track, 4);
            assertThat(track.gather().lastRows()).hasSize(DEALS);
            assertThat(track.lastRows().values()).allMatch(row -> row.modelVersion().equals("b"));
            assertThat(of(track, "a")).isEqualTo(Sweep.MOST_KEYS);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void itGoesOnAfterARestartWithoutDoingAnythingTwice(StateBackend backend) throws Exception {
        try (TrackHarness track = company(backend)) {
            track.steer(model(1, "a", CLOCK));
            track.passTime(Sweep.PAUSE_MILLIS);
            track.restart();
            pass(track, 4);
            assertThat(of(track.gather(), "a")).isEqualTo(Sweep.MOST_KEYS);

            track.settle(CLOCK - HOUR);
            pass(track, 4);
            assertThat(track.gather().lastRows()).hasSize(DEALS);
            assertThat(of(track, "a")).isEqualTo(DEALS);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aModelThatComesIntoForceByTheClockIsFollowedThen(StateBackend backend) throws Exception {
        try (TrackHarness track = company(backend)) {
            track.steer(model(1, "a", CLOCK + HOUR));
            pass(track, 4);
            assertThat(track.gather().deals).isEmpty();
            track.settle(CLOCK);
            pass(track, 4);
            assertThat(of(track.gather(), "a")).isEqualTo(DEALS);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void anotherModelOfTheSameChancesChangesTheRowsVersionsAndNoTotal(StateBackend backend)
            throws Exception {
        try (TrackHarness track = company(backend)) {
            track.steer(model(1, "a", CLOCK));
            pass(track, 4);
            Map<String, DealForecast> before = track.gather().lastRows();
            track.stakes.clear();
            track.deals.clear();
            byte[] same = MadeModels.document("b", 1, 9);
            track.steer(Steering.of(new ModelPublished(2, "b", CLOCK, CLOCK, "test", same)));
            pass(track, 4);
            assertThat(track.gather().stakes).isEmpty();
            assertThat(track.lastRows()).hasSize(DEALS);
            track.lastRows().forEach((id, row) -> assertSameChances(row, before.get(id)));
        }
    }

    private static void assertSameChances(DealForecast row, DealForecast before) {
        assertThat(row.modelVersion()).isEqualTo("b");
        assertThat(row.probabilities()).isEqualTo(before.probabilities());
        assertThat(row.version()).isEqualTo(before.version() + 1);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void closedDealsAndAShadowChangeNoRow(StateBackend backend) throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live(), backend)) {
            track.event(created("D0"));
            track.event(change("D0", START + HOUR, DealField.STAGE, Fact.NO_NUMBER, "Closed Won"));
            track.event(created("D1"));
            track.settle(CLOCK - HOUR);
            pass(track, 2);
            track.gather().deals.clear();

            ModelPublished shadow =
                    new ModelPublished(
                            1,
                            "s",
                            CLOCK,
                            CLOCK,
                            "test",
                            MadeModels.document("s", 3, 9),
                            ModelPublished.Role.SHADOW,
                            ModelPublished.NONE);
            track.steer(Steering.of(shadow));
            pass(track, 2);
            assertThat(track.gather().deals).isEmpty();
            track.steer(model(2, "a", CLOCK));
            pass(track, 2);
            assertThat(track.gather().lastRows()).containsOnlyKeys("D1");
        }
    }

    /** A task with open deals, forecast by their stages, everything so far put aside. */
    private static TrackHarness company(StateBackend backend) throws Exception {
        TrackHarness track = new TrackHarness(Company.live(), backend);
        for (int i = 0; i < DEALS; i++) {
            track.event(created("D" + i));
        }
        track.settle(CLOCK - HOUR);
        pass(track, 4);
        Predicate<DealForecast> byStage =
                row -> row.modelVersion().equals(StageProbabilities.VERSION);
        assertThat(track.gather().deals).hasSize(DEALS).allMatch(byStage);
        track.deals.clear();
        return track;
    }

    private static void pass(TrackHarness track, int steps) throws Exception {
        for (int i = 0; i < steps; i++) {
            track.passTime();
        }
    }

    /** Rows made with a model. */
    private static long of(TrackHarness track, String version) {
        return track.deals.stream().filter(row -> row.modelVersion().equals(version)).count();
    }

    private static Steering model(long sequence, String version, long from) {
        return Steering.of(MadeModels.published(sequence, version, sequence, 9, from));
    }

    private static DealEvent created(String id) {
        Fact[] facts = {
            new Fact(START, START, 1, 1, DealField.LIFECYCLE, Lifecycle.CREATED.ordinal(), null),
            new Fact(START, START, 2, 1, DealField.STAGE, Fact.NO_NUMBER, "Proposal"),
            new Fact(START, START, 3, 1, DealField.AMOUNT, 100, null)
        };
        return new DealEvent(id, "crm", facts);
    }

    private static DealEvent change(String id, long at, DealField field, long number, String text) {
        return new DealEvent(id, "crm", new Fact[] {new Fact(at, at, 9, at, field, number, text)});
    }
}
