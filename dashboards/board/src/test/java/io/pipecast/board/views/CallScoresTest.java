package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.board.SampleBoard;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.settings.CallSettings;
import io.pipecast.domain.organization.Tree;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallScoresTest {
    private static final CallWeeks WEEKS =
            new CallWeeks(new CallSettings(DayOfWeek.FRIDAY, 17), ZoneId.of("America/New_York"));

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Call call(long at, long commit) {
        return new Call(
                "c" + at, Tree.REPORTING, "rep-1", "2026-Q3", commit, Call.NONE, null, at, "Ben");
    }

    @Test
    void aWeekEndsAtItsDeadlineAlsoWhereTheClocksChange() {
        long deadline = at("2026-10-30T21:00:00Z");

        assertThat(WEEKS.deadline(deadline)).isEqualTo(deadline);
        assertThat(WEEKS.deadline(deadline + 1)).isEqualTo(at("2026-11-06T22:00:00Z"));
        assertThat(WEEKS.before(at("2026-11-06T22:00:00Z"))).isEqualTo(deadline);
        assertThat(WEEKS.between(deadline, at("2026-11-20T22:00:00Z")))
                .containsExactly(at("2026-11-06T22:00:00Z"), at("2026-11-13T22:00:00Z"));
    }

    @Test
    void theLastCallSubmittedByThenStands() {
        List<Call> calls = List.of(call(10, 1), call(20, 2), call(30, 3));

        assertThat(CallLog.standing(calls, 9)).isNull();
        assertThat(CallLog.standing(calls, 29).commit()).isEqualTo(2);
        assertThat(CallLog.standing(calls, 30).commit()).isEqualTo(3);
    }

    @Test
    void callsOfOneInstantStandInTheOrderTheyWereRead() {
        CallLog log = new CallLog();
        for (String id : List.of("z", "a", "z")) {
            Call call =
                    new Call(
                            id,
                            Tree.REPORTING,
                            "rep-1",
                            "2026-Q3",
                            id.charAt(0),
                            Call.NONE,
                            null,
                            at("2026-08-03T10:00:00Z"),
                            "Ben");
            Input read =
                    new InputDecoder(SampleBoard.settings())
                            .decode(ControlAvro.encode(call), "c", 0, 0);
            log.accept(read, "c@0", 0);
        }

        List<Call> calls = log.of(Tree.REPORTING, "rep-1", "2026-Q3");
        assertThat(calls).extracting(Call::callId).containsExactly("z", "a");
    }

    private static PeriodPath path(int lastDay, long closed) {
        PeriodPath path = new PeriodPath("2026-Q3", 100, 192, new TreeMap<>());
        path.points().put(lastDay, new HistoryPoint(1, 1, closed, 0, 0, 0, 0, 0, 0, 0));
        return path;
    }

    @Test
    void anErrorIsWhatWasCalledTooMuchAsAShareOfWhatWasBooked() {
        List<Call> calls = List.of(call(1, 150), call(2, Call.NONE), call(3, 90));
        CallScore score = CallScore.of(path(192, 100), calls, 2);

        assertThat(score.calls()).isEqualTo(2);
        assertThat(score.first()).isCloseTo(0.5, within(1e-12));
        assertThat(score.last()).isCloseTo(-0.1, within(1e-12));
        assertThat(score.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(score.sameDay()).as("no number was called then").isNaN();
        assertThat(CallScore.of(path(192, 100), calls, 1).sameDay()).isEqualTo(score.first());
        assertThat(CallScore.of(path(192, 100), calls, 0).sameDay()).isNaN();
        assertThat(CallScore.of(path(150, 100), calls, 9)).as("end not seen").isNull();
        assertThat(CallScore.of(path(192, 0), calls, 9)).as("nothing booked").isNull();
        assertThat(CallScore.of(path(192, 100), List.of(), 9)).as("nobody called").isNull();
    }

    @Test
    void aBiasIsDrawnToTheLevelTheMoreTheFewerPeriodsTell() {
        Map<String, CallBias> biases =
                CallBias.of(
                        Map.of(
                                "steady", List.of(0.30, 0.32, 0.28, 0.30),
                                "brief", List.of(0.30),
                                "low", List.of(-0.20, -0.10, -0.15, -0.15),
                                "even", List.of(0.05, -0.05, 0.10, -0.10)));
        double level = (0.30 + 0.30 - 0.15 + 0.0) / 4;

        assertThat(biases.get("steady").value()).isBetween(level, 0.30);
        assertThat(biases.get("brief").value())
                .isBetween(level, biases.get("steady").value())
                .isLessThan(biases.get("steady").value());
        assertThat(biases.get("low").value()).isBetween(-0.15, level);
        assertThat(biases.get("brief").periods()).isEqualTo(1);
    }

    @Test
    void noiseAloneIsNobodysBias() {
        Map<String, CallBias> biases =
                CallBias.of(
                        Map.of(
                                "a", List.of(0.5, -0.4, 0.1),
                                "b", List.of(-0.5, 0.6, 0.0),
                                "c", List.of(0.2, -0.3, 0.2)));
        double level = (0.2 / 3 + 0.1 / 3 + 0.1 / 3) / 3;

        assertThat(biases.values())
                .allSatisfy(bias -> assertThat(bias.value()).isCloseTo(level, within(1e-12)));
    }

    @Test
    void whoIsAloneOnALevelHasTheirMean() {
        assertThat(CallBias.of(Map.of("a", List.of(0.1, 0.3))).get("a").value())
                .isCloseTo(0.2, within(1e-12));
        assertThat(CallBias.of(Map.of())).isEmpty();
    }
}
