package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ControlDecoder;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.control.Tick;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.organization.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputDecoderTest {
    private static final long NOW = 1_768_500_000_000L;

    private final InputDecoder decoder = new InputDecoder(PipecastConfig.defaults().pipeline());

    @Test
    void ticksComeBack() {
        assertThat(decode(ControlAvro.encode(new Tick(NOW))).tickAt()).isEqualTo(NOW);
    }

    @Test
    void modelsPoliciesCallsAndActionsComeBack() {
        var model = new ModelPublished(3, "m3", NOW, NOW, "ops", new byte[] {1, 2});
        var slip =
                new RulePolicy(
                        AlertRule.WILL_SLIP,
                        false,
                        70,
                        65,
                        List.of("emea"),
                        List.of(DealType.RENEWAL),
                        100);
        var rules = AlertPolicy.DEFAULT.with(slip);
        var policy =
                new PolicyChanged(
                        4,
                        NOW,
                        NOW,
                        "ops",
                        new AlertPolicy(rules.rules(), 0.8, new DeliveryPolicy(3, 7, 5)));
        var call =
                new Call("c", Tree.TERRITORY, "emea", "2026-Q4", 500, Call.NONE, null, NOW, "vp");
        var action =
                new AlertAction(
                        "x", "a", "o", AlertAction.Kind.SNOOZE, NOW, null, "later", NOW, "m");

        ModelPublished read = decode(ControlAvro.encode(model)).model();
        assertThat(read).usingRecursiveComparison().isEqualTo(model);
        assertThat(decode(ControlAvro.encode(policy)).policy()).isEqualTo(policy);
        assertThat(decode(ControlAvro.encode(call)).call()).isEqualTo(call);
        assertThat(decode(ControlAvro.encode(action)).action()).isEqualTo(action);
    }

    @Test
    void chancesSetByHandAndTakenBackComeBack() {
        for (DealOverride override :
                List.of(override(850_000, 412_300), override(DealOverride.NONE, 0))) {
            assertThat(decode(ControlAvro.encode(override)).override()).isEqualTo(override);
        }
    }

    @Test
    void refusesAChanceAboveCertainty() {
        refused(ControlAvro.encode(override(1_000_001, 0)), "bad-value", "chance");
        refused(ControlAvro.encode(override(5, -1)), "bad-value", "modelChance");
    }

    private static DealOverride override(long chance, long modelChance) {
        return new DealOverride(
                "v", "o", "2026-Q4", NOW + 1, chance, modelChance, "m3", null, NOW, "anna");
    }

    @Test
    void refusesATickOfAnImplausibleTime() {
        refused(ControlAvro.encode(new Tick(-NOW * 100)), "implausible-time", "at");
    }

    @Test
    void refusesAPolicyWithANumberThatIsNone() {
        var policy =
                new AlertPolicy(AlertPolicy.DEFAULT.rules(), Double.NaN, DeliveryPolicy.DEFAULT);

        refused(
                ControlAvro.encode(new PolicyChanged(1, NOW, NOW, "ops", policy)),
                "bad-value",
                "stalledQuantile");
    }

    @Test
    void refusesAModelWithoutADocument() {
        refused(
                ControlAvro.encode(new ModelPublished(1, "m", NOW, NOW, "ops", new byte[0])),
                "missing-field",
                "document");
    }

    @Test
    void theEndOfAShadowNeedsNoDocument() {
        ModelPublished end =
                new ModelPublished(
                        4,
                        "none",
                        NOW,
                        NOW,
                        "ops",
                        new byte[0],
                        ModelPublished.Role.SHADOW_END,
                        ModelPublished.NONE);

        Input input = decoder.decode(ControlAvro.encode(end), "control-0", 1, NOW);

        assertThat(input.model()).usingRecursiveComparison().isEqualTo(end);
        assertThat(new ControlDecoder().model(ControlAvro.encode(end)))
                .usingRecursiveComparison()
                .isEqualTo(end);
        assertThat(new ControlDecoder().tick(ControlAvro.encode(end))).isNull();
    }

    @Test
    void refusesWhatIsNoMessageTruncatedOrTooLong() {
        byte[] whole = EventAvro.encode(change());

        refused(new byte[0], "unreadable", null);
        refused("{\"type\":\"opportunity\"}".getBytes(StandardCharsets.UTF_8), "unreadable", null);
        refused(Arrays.copyOf(whole, whole.length - 1), "unreadable", null);
        refused(Arrays.copyOf(whole, whole.length + 1), "unreadable", null);
        refused(new byte[(1 << 20) + 1], "too-large", "record");
    }

    @Test
    void refusesAFingerprintNobodyKnowsAndAnOutputRow() {
        byte[] message = EventAvro.encode(change());
        message[5] ^= 1;

        refused(message, "unknown-schema", "fingerprint");
        refused(RowAvro.encode(new FeedStatus("crm", 1, 2, 3, 4)), "unknown-schema", "fingerprint");
    }

    @Test
    void refusesByTheSameRulesAsJson() {
        OpportunityChange change = change();
        change.amount = -1L;

        refused(EventAvro.encode(change), "amount-out-of-range", "amount");
    }

    @Test
    void recordWithoutAValueIsANoOp() {
        assertThat(decode(null).kind).isEqualTo(Input.Kind.NOOP);
    }

    @Test
    void rejectionKeepsTheRecordsTimeAndPosition() {
        Rejection rejection = decode(new byte[3]).rejection();

        assertThat(rejection.observedAt()).isEqualTo(NOW);
        assertThat(rejection.position()).isEqualTo(42);
        assertThat(rejection.source()).isEqualTo("crm.opportunities-3");
    }

    @Test
    void messageStartsWithTheMarkerAndTheFingerprint() {
        byte[] message = ControlAvro.encode(new Tick(NOW));

        assertThat(WireSchema.isMessage(message)).isTrue();
        assertThat(WireSchema.fingerprintOf(message)).isEqualTo(WireSchema.TICK.fingerprint);
        assertThat(message).startsWith(0xC3, 0x01);
    }

    private void refused(byte[] message, String reason, String field) {
        Rejection rejection = decode(message).rejection();
        assertThat(rejection.reason()).as(rejection.detail()).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
    }

    private static OpportunityChange change() {
        OpportunityChange change = new OpportunityChange();
        change.eventId = "e";
        change.opportunityId = "o";
        change.occurredAt = NOW;
        change.owner = "ann";
        return change;
    }

    private Input decode(byte[] message) {
        return decoder.decode(message, "crm.opportunities-3", 42, NOW);
    }
}
