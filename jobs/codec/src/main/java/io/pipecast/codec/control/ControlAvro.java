package io.pipecast.codec.control;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;

/** Control records as single-object encoded Avro messages. */
public final class ControlAvro {
    private ControlAvro() {}

    /** A tick. */
    public static byte[] encode(Tick tick) {
        return new WireWriter(WireSchema.TICK).number(tick.at()).finish();
    }

    /** A published model. */
    public static byte[] encode(ModelPublished model) {
        return new WireWriter(WireSchema.MODEL_PUBLISHED)
                .number(model.sequence())
                .text(model.modelVersion())
                .number(model.effectiveFrom())
                .number(model.publishedAt())
                .text(model.actor())
                .bytes(model.document())
                .symbol(model.role())
                .optionalNumber(model.restores(), ModelPublished.NONE)
                .finish();
    }

    /** A changed alert policy. */
    public static byte[] encode(PolicyChanged change) {
        return PolicyAvro.encode(change);
    }

    /** A submitted call. */
    public static byte[] encode(Call call) {
        return new WireWriter(WireSchema.CALL)
                .text(call.callId())
                .symbol(call.tree())
                .text(call.node())
                .text(call.period())
                .optionalNumber(call.commit(), Call.NONE)
                .optionalNumber(call.bestCase(), Call.NONE)
                .optionalText(call.note())
                .number(call.submittedAt())
                .text(call.actor())
                .finish();
    }

    /** An action about an alert. */
    public static byte[] encode(AlertAction action) {
        return new WireWriter(WireSchema.ALERT_ACTION)
                .text(action.actionId())
                .text(action.alertId())
                .text(action.opportunityId())
                .symbol(action.kind())
                .optionalNumber(action.until(), AlertAction.NONE)
                .optionalText(action.owner())
                .optionalText(action.note())
                .number(action.at())
                .text(action.actor())
                .finish();
    }

    /** A chance set by hand. */
    public static byte[] encode(DealOverride override) {
        return new WireWriter(WireSchema.DEAL_OVERRIDE)
                .text(override.overrideId())
                .text(override.opportunityId())
                .text(override.period())
                .number(override.periodEnd())
                .optionalInteger(override.chance(), DealOverride.NONE)
                .optionalInteger(override.modelChance(), DealOverride.NONE)
                .optionalText(override.modelVersion())
                .optionalText(override.note())
                .number(override.at())
                .text(override.actor())
                .finish();
    }
}
