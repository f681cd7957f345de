package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.simulator.delivery.Mess;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.record.TimedRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MessTest {
    private static final SimulationPlan PLAN = Logs.messy(3);
    private static final List<TimedRecord> LOG = Logs.of(PLAN);
    private static final List<TimedRecord> OF_DEALS =
            LOG.stream()
                    .filter(r -> r.kind() == Kind.OPPORTUNITY || r.kind() == Kind.ACTIVITY)
                    .toList();

    @Test
    void sameSeedGivesTheSameMess() {
        assertThat(Logs.of(PLAN).stream().map(Logs::line).toList())
                .isEqualTo(LOG.stream().map(Logs::line).toList());
    }

    @Test
    void arrivalIsInOrderThoughTheFactsAreNot() {
        assertThat(LOG).extracting(TimedRecord::at).isSorted();
        long backwards = 0;
        for (int i = 1; i < LOG.size(); i++) {
            backwards += LOG.get(i).occurredAt() < LOG.get(i - 1).occurredAt() ? 1 : 0;
        }
        assertThat(backwards).isGreaterThan(LOG.size() / 50);
    }

    @Test
    void oneInAHundredComesTwice() {
        Set<String> seen = new HashSet<>();
        long twice = OF_DEALS.stream().filter(r -> !seen.add(eventId(r))).count();
        assertThat((double) twice)
                .isCloseTo(Mess.DUPLICATES * seen.size(), Percentage.withPercentage(25));
    }

    private static String eventId(TimedRecord record) {
        return record.kind() == Kind.ACTIVITY ? record.activity().eventId : record.change().eventId;
    }

    @Test
    void mostLateRecordsComeWithinTheHourAndSomeWithinDays() {
        long late = OF_DEALS.stream().filter(r -> delay(r) > 0).count();
        long veryLate = OF_DEALS.stream().filter(r -> delay(r) > Mess.USUAL_DELAY_MILLIS).count();
        assertThat((double) late)
                .isCloseTo(
                        (Mess.LATE + Mess.DUPLICATES) * OF_DEALS.size(),
                        Percentage.withPercentage(20));
        assertThat(veryLate).isBetween(1L, late / 20);
        assertThat(OF_DEALS).allMatch(r -> delay(r) <= Mess.LONGEST_DELAY_MILLIS);
    }

    private static long delay(TimedRecord record) {
        boolean skewed = Mess.SKEWED.source.equals(record.source());
        return record.at() - record.occurredAt() + (skewed ? Mess.SKEW_MILLIS : 0);
    }

    @Test
    void oneFeedRunsOnAFastClock() {
        List<TimedRecord> ahead = OF_DEALS.stream().filter(r -> r.occurredAt() > r.at()).toList();
        assertThat(ahead).isNotEmpty();
        assertThat(ahead).allMatch(r -> Mess.SKEWED.source.equals(r.source()));
    }

    @Test
    void everyBrokenLineIsRefusedAndNothingElseIs() {
        JsonInputDecoder decoder =
                new JsonInputDecoder(PipecastConfig.parse(Simulation.of(PLAN).config()).pipeline());
        List<TimedRecord> refused =
                LOG.stream()
                        .filter(r -> r.kind() != Kind.CALL)
                        .filter(r -> decoded(decoder, r) == Input.Kind.REJECTED)
                        .toList();
        List<TimedRecord> broken = LOG.stream().filter(r -> r.kind() == Kind.UNREADABLE).toList();
        assertThat(broken).hasSizeGreaterThan(10);
        assertThat(refused).containsAll(broken);
        assertThat(refused.stream().filter(r -> r.kind() != Kind.UNREADABLE))
                .allMatch(r -> Logs.line(r).length() > 1_000_000);
    }

    private static Input.Kind decoded(JsonInputDecoder decoder, TimedRecord record) {
        byte[] line = Logs.line(record).getBytes(StandardCharsets.UTF_8);
        return decoder.decode(line, 0, line.length, "log", 1).kind;
    }

    @Test
    void brokenLinesAreBrokenInEveryWay() {
        JsonInputDecoder decoder =
                new JsonInputDecoder(PipecastConfig.parse(Simulation.of(PLAN).config()).pipeline());
        Set<String> reasons =
                LOG.stream()
                        .filter(r -> r.kind() == Kind.UNREADABLE)
                        .map(r -> r.line().getBytes(StandardCharsets.UTF_8))
                        .map(line -> decoder.decode(line, 0, line.length, "log", 1))
                        .map(input -> input.rejection().reason())
                        .collect(Collectors.toSet());
        assertThat(reasons)
                .contains(
                        "unreadable",
                        "missing-field",
                        "unknown-type",
                        "implausible-time",
                        "amount-out-of-range",
                        "bad-value",
                        "unknown-stage",
                        "unknown-currency");
    }

    @Test
    void oneRecordIsTwoMegabytesLong() {
        assertThat(LOG.stream().filter(r -> Logs.line(r).length() > 2_000_000)).hasSize(1);
    }
}
