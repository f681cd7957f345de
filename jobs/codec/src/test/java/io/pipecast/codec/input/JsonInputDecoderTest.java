package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonInputDecoderTest {
    private static final String AT = "\"occurredAt\":\"2026-01-05T10:00:00Z\"";
    private static final String CHANGE =
            "{\"type\":\"opportunity\",\"eventId\":\"e1\",\"opportunityId\":\"o1\"," + AT;
    private static final String UPDATE = CHANGE + ",\"operation\":\"UPDATE\"";
    private static final String ACTIVITY =
            "{\"type\":\"activity\",\"eventId\":\"e1\",\"opportunityId\":\"o1\"," + AT;
    private static final String RATE =
            "{\"type\":\"rate\",\"effectiveFrom\":\"2026-01-01T00:00:00Z\"";

    private final JsonInputDecoder decoder =
            new JsonInputDecoder(PipecastConfig.defaults().pipeline());

    @Test
    void givesOneFactPerFieldInTheOrderOfTheFields() {
        DealEvent event =
                decode(
                                CHANGE
                                        + ",\"operation\":\"CREATE\",\"amount\":12300,\"stage\":"
                                        + "\"Proposal\",\"closeDate\":\"2026-03-31\","
                                        + "\"cleared\":[\"owner\"],\"futureField\":{\"x\":[1]}}")
                        .deal();

        assertThat(event.opportunityId()).isEqualTo("o1");
        assertThat(event.source()).isEqualTo("crm");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z").toEpochMilli());
        assertThat(fields(event))
                .containsExactly(
                        DealField.LIFECYCLE,
                        DealField.STAGE,
                        DealField.CLOSE_DATE,
                        DealField.AMOUNT,
                        DealField.OWNER);
        Fact[] facts = event.facts();
        assertThat(facts[0].number).isEqualTo(Lifecycle.CREATED.ordinal());
        assertThat(facts[1].text).isEqualTo("Proposal");
        assertThat(facts[3].number).isEqualTo(12_300);
        assertThat(facts[4].isCleared()).isTrue();
        assertThat(facts).allMatch(f -> f.eventHash == DealEvent.hash("e1"));
        assertThat(facts).allMatch(f -> f.recordedAt == f.time);
    }

    @Test
    void scheduledActivityAlsoBooksAMeeting() {
        DealEvent event =
                decode(
                                ACTIVITY
                                        + ",\"kind\":\"MEETING\",\"direction\":\"OUTBOUND\","
                                        + "\"status\":\"SCHEDULED\",\"startsAt\":1768500000000}")
                        .deal();

        assertThat(fields(event)).containsExactly(DealField.ACTIVITY, DealField.MEETING);
        assertThat(event.facts()[1].number).isEqualTo(1_768_500_000_000L);
    }

    @Test
    void whatTheSourceCallsAnActivityIsAFactOfItsOwn() {
        DealEvent event =
                decode(
                                ACTIVITY
                                        + ",\"kind\":\"CALL\",\"direction\":\"OUTBOUND\","
                                        + "\"status\":\"COMPLETED\",\"actor\":\"ann\","
                                        + "\"activityType\":\"call-after-offer\"}")
                        .deal();

        assertThat(fields(event)).containsExactly(DealField.ACTIVITY, DealField.TYPED_ACTIVITY);
        assertThat(event.facts()[0].text).isEqualTo("ann");
        assertThat(event.facts()[1].text).isEqualTo("call-after-offer");
        assertThat(event.facts()[1].number).isEqualTo(event.facts()[0].number);
    }

    @Test
    void updateOfNothingAndABlankLineAreNoOps() {
        assertThat(decode(UPDATE + "}").kind).isEqualTo(Input.Kind.NOOP);
        assertThat(decode("  ").kind).isEqualTo(Input.Kind.NOOP);
        assertThat(decode(UPDATE + ",\"amount\":null}").kind).isEqualTo(Input.Kind.NOOP);
    }

    @Test
    void typeIsFoundWhereverItStands() {
        Input input =
                decode(
                        "{\"eventId\":\"e1\",\"opportunityId\":\"o1\","
                                + AT
                                + ",\"operation\":\"DELETE\",\"type\":\"opportunity\"}");

        assertThat(input.deal().facts()).hasSize(1);
    }

    @Test
    void unknownUserIsNoRejection() {
        assertThat(decode(UPDATE + ",\"owner\":\"nobody\"}").kind).isEqualTo(Input.Kind.DEAL);
    }

    @Test
    void recurringTextIsSharedBetweenRecords() {
        String first = decode(UPDATE + ",\"owner\":\"ann\"}").deal().facts()[0].text;
        String second = decode(UPDATE + ",\"owner\":\"ann\"}").deal().facts()[0].text;

        assertThat(first).isSameAs(second);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                arguments("oops", "unreadable", null),
                arguments("[1]", "unreadable", null),
                arguments(UPDATE, "unreadable", null),
                arguments(UPDATE + "} {}", "unreadable", null),
                arguments("{}", "missing-field", "type"),
                arguments("{\"type\":\"deal\"}", "unknown-type", "type"),
                arguments("{\"type\":7}", "bad-value", "type"));
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                arguments("{\"type\":\"activity\"}", "missing-field", "eventId"),
                arguments(UPDATE.replace("\"e1\"", "\"\"") + "}", "missing-field", "eventId"),
                arguments(UPDATE.replace("\"o1\"", "null") + "}", "missing-field", "opportunityId"),
                arguments(CHANGE + "}", "missing-field", "operation"),
                arguments(CHANGE + ",\"operation\":\"MERGE\"}", "missing-field", "mergedInto"),
                arguments(CHANGE + ",\"operation\":\"PATCH\"}", "bad-value", "operation"),
                arguments(UPDATE + ",\"bulkSize\":0}", "bad-value", "bulkSize"),
                arguments(ACTIVITY + ",\"kind\":\"CALL\"}", "missing-field", "direction"));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments(UPDATE.replace(AT, "\"x\":1") + "}", "missing-field", "occurredAt"),
                arguments(UPDATE.replace("2026-", "0000-") + "}", "implausible-time", "occurredAt"),
                arguments(UPDATE.replace("2026-", "9999-") + "}", "implausible-time", "occurredAt"),
                arguments(UPDATE.replace("-05T", "-32T") + "}", "bad-value", "occurredAt"),
                arguments(UPDATE.replace("00Z", "00") + "}", "bad-value", "occurredAt"),
                arguments(UPDATE + ",\"recordedAt\":1e3}", "bad-value", "recordedAt"),
                arguments(
                        UPDATE + ",\"recordedAt\":1" + "0".repeat(30) + "}",
                        "implausible-time",
                        "recordedAt"),
                arguments(
                        UPDATE + ",\"closeDate\":\"9999-12-31\"}", "implausible-time", "closeDate"),
                arguments(UPDATE + ",\"closeDate\":\"31.12.2026\"}", "bad-value", "closeDate"));
    }

    static Stream<Arguments> amounts() {
        return Stream.of(
                arguments(UPDATE + ",\"amount\":-1}", "amount-out-of-range", "amount"),
                arguments(
                        UPDATE + ",\"amount\":1000000000000000000}",
                        "amount-out-of-range",
                        "amount"),
                arguments(
                        UPDATE + ",\"amount\":1" + "0".repeat(40) + "}",
                        "amount-out-of-range",
                        "amount"),
                arguments(UPDATE + ",\"amount\":NaN}", "bad-value", "amount"),
                arguments(UPDATE + ",\"amount\":20000.5}", "bad-value", "amount"),
                arguments(UPDATE + ",\"amount\":\"20000\"}", "bad-value", "amount"),
                arguments(
                        UPDATE + ",\"measures\":{\"arr\":-5}}",
                        "amount-out-of-range",
                        "measures.arr"),
                arguments(
                        UPDATE + ",\"measures\":{\"arr\":null}}", "missing-field", "measures.arr"));
    }

    static Stream<Arguments> terms() {
        return Stream.of(
                arguments(UPDATE + ",\"stage\":\"Nowhere\"}", "unknown-stage", "stage"),
                arguments(UPDATE + ",\"stage\":[\"Proposal\"]}", "bad-value", "stage"),
                arguments(UPDATE + ",\"currency\":\"EURO\"}", "unknown-currency", "currency"),
                arguments(UPDATE + ",\"credits\":[]}", "bad-credits", "credits"),
                arguments(
                        UPDATE + ",\"credits\":[{\"user\":\"a\",\"basisPoints\":9999}]}",
                        "bad-credits",
                        "credits"),
                arguments(
                        UPDATE + ",\"credits\":[{\"basisPoints\":10000}]}",
                        "bad-credits",
                        "credits"),
                arguments(UPDATE + ",\"credits\":[7]}", "bad-value", "credits"),
                arguments(UPDATE + ",\"cleared\":[\"stage\"]}", "bad-value", "cleared"),
                arguments(
                        UPDATE + ",\"owner\":\"a\",\"cleared\":[\"owner\"]}",
                        "bad-value",
                        "cleared"));
    }

    static Stream<Arguments> organizations() {
        return Stream.of(
                arguments(RATE + ",\"currency\":\"EUR\",\"rate\":\"-1\"}", "bad-value", "rate"),
                arguments(RATE + ",\"currency\":\"EUR\",\"rate\":\"0.0\"}", "bad-value", "rate"),
                arguments(RATE + ",\"currency\":\"EUR\",\"rate\":\"1e9\"}", "bad-value", "rate"),
                arguments(
                        RATE + ",\"currency\":\"XYZ\",\"rate\":\"1\"}",
                        "unknown-currency",
                        "currency"),
                arguments(
                        "{\"type\":\"quota\",\"tree\":\"REPORTING\",\"node\":\"n\",\"period\":"
                                + "\"p\",\"amount\":1,\"effectiveFrom\":1768500000000}",
                        "missing-field",
                        "currency"),
                arguments("{\"type\":\"organization\",\"kind\":\"QUOTA\"}", "bad-value", "kind"));
    }

    @ParameterizedTest
    @MethodSource({"records", "heads", "times", "amounts", "terms", "organizations"})
    void refusesWithReasonAndField(String line, String reason, String field) {
        Rejection rejection = decode(line).rejection();

        assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
        assertThat(new String(rejection.raw(), StandardCharsets.UTF_8)).isEqualTo(line);
        assertThat(rejection.source()).isEqualTo("events.jsonl");
        assertThat(rejection.position()).isEqualTo(7);
    }

    @Test
    void detailNamesFieldRuleAndValue() {
        assertThat(decode(UPDATE + ",\"amount\":-1}").rejection().detail())
                .isEqualTo("amount must be between 0 and 10000000000000 minor units, was -1");
        assertThat(decode(UPDATE.replace("2026-", "9999-") + "}").rejection().detail())
                .isEqualTo("occurredAt must lie between 1990 and 2089, was 9999-01-05T10:00:00Z");
    }

    @Test
    void bytesThatAreNotUtf8AreUnreadable() {
        byte[] latin = (UPDATE + ",\"owner\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = (UPDATE + "}").getBytes(StandardCharsets.UTF_16LE);

        assertThat(decode(latin).rejection().reason()).isEqualTo("unreadable");
        assertThat(decode(wide).rejection().reason()).isEqualTo("unreadable");
    }

    @Test
    void recordOfTenMegabytesIsRefusedWithItsFirstBytesAndItsLength() {
        byte[] huge =
                (UPDATE + ",\"name\":\"" + "x".repeat(10_000_000) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        Rejection rejection = decode(huge).rejection();

        assertThat(rejection.reason()).isEqualTo("too-large");
        assertThat(rejection.raw()).hasSize(65_536).startsWith(Arrays.copyOf(huge, 100));
        assertThat(rejection.rawLength()).isEqualTo(huge.length);
    }

    private static List<DealField> fields(DealEvent event) {
        return Arrays.stream(event.facts()).map(f -> f.field).toList();
    }

    private Input decode(String line) {
        return decode(line.getBytes(StandardCharsets.UTF_8));
    }

    private Input decode(byte[] line) {
        return decoder.decode(line, 0, line.length, "events.jsonl", 7);
    }
}
