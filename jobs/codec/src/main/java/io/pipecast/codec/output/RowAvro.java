package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;

/**
 * Output rows as single-object encoded Avro messages; what is missing or NaN is null on the wire.
 * {@link RowDecoder} reads them.
 */
public final class RowAvro {
    private static final long MISSING = Quantity.MISSING;

    private RowAvro() {}

    /** A deal. */
    public static byte[] encode(DealForecast d) {
        WireWriter out = new WireWriter(WireSchema.DEAL_FORECAST);
        out.text(d.opportunityId()).number(d.version()).number(d.asOf()).truth(d.settled());
        out.optionalText(d.name()).optionalText(d.account()).optionalText(d.stage());
        out.symbol(d.outcome()).optionalText(d.closeReason()).optionalText(d.owner());
        out.optionalText(d.territory()).optionalNumber(d.amount(), MISSING);
        out.optionalText(d.currency()).optionalNumber(d.corporateAmount(), MISSING);
        out.optionalInteger(d.closeDate(), MISSING).optionalSymbol(d.category());
        out.optionalSymbol(d.dealType()).optionalText(d.nextStep());
        out.optionalNumber(d.createdAt(), MISSING).optionalNumber(d.closedAt(), MISSING);
        out.optionalReal(d.ageDays()).optionalReal(d.daysInStage());
        out.integer(d.pushes()).integer(d.backwardMoves()).integer(d.reopenings());
        out.integer(d.buyerActivities()).optionalNumber(d.lastBuyerAt(), MISSING);
        out.optionalNumber(d.meetingAt(), MISSING);
        out.block(d.probabilities().length);
        for (int probability : d.probabilities()) {
            out.integer(probability);
        }
        out.end().integer(d.stageProbability()).text(d.modelVersion()).truth(d.removed());
        out.block(d.changes().size());
        for (DealForecast.Change change : d.changes()) {
            out.number(change.at()).text(change.field()).text(change.value());
        }
        return Why.write(out.end(), d.why()).finish();
    }

    /** A scope and period. */
    public static byte[] encode(PipelineForecast p) {
        WireWriter out = new WireWriter(WireSchema.PIPELINE_FORECAST);
        out.number(p.cut()).integer(p.cutRows()).symbol(p.tree()).text(p.node());
        out.optionalText(p.nodeName()).optionalText(p.parent()).integer(p.level());
        out.text(p.period()).symbol(p.periodKind());
        out.integer(p.periodStart()).integer(p.periodEnd());
        out.number(p.asOf()).truth(p.settled()).number(p.version());
        out.text(p.modelVersion()).text(p.currency());
        for (Quantity quantity : WireQuantities.ORDER) {
            out.optionalNumber(p.value(quantity), MISSING);
        }
        return out.texts(p.notInSource()).finish();
    }

    /** An alert. */
    public static byte[] encode(Alert a) {
        return AlertAvro.encode(a);
    }

    /** A rejection. */
    public static byte[] encode(Rejection r) {
        return new WireWriter(WireSchema.REJECTED)
                .text(r.reason())
                .optionalText(r.field())
                .text(r.detail())
                .text(r.source())
                .number(r.position())
                .optionalNumber(r.observedAt(), Rejection.NO_TIME)
                .bytes(r.raw())
                .number(r.rawLength())
                .finish();
    }

    /** A feed. */
    public static byte[] encode(FeedStatus f) {
        return new WireWriter(WireSchema.FEED_STATUS)
                .text(f.source())
                .number(f.lastEventAt())
                .number(f.events())
                .number(f.rejected())
                .number(f.asOf())
                .finish();
    }

    /** What became of a published model. */
    public static byte[] encode(ModelStatus m) {
        return new WireWriter(WireSchema.MODEL_STATUS)
                .number(m.sequence())
                .number(m.version())
                .symbol(m.role())
                .symbol(m.state())
                .optionalText(m.reason())
                .optionalNumber(m.asOf(), ModelStatus.UNKNOWN)
                .text(m.modelVersion())
                .number(m.effectiveFrom())
                .number(m.publishedAt())
                .text(m.actor())
                .optionalNumber(m.restores(), ModelStatus.UNKNOWN)
                .optionalNumber(m.trainedFrom(), ModelStatus.UNKNOWN)
                .optionalNumber(m.trainedUntil(), ModelStatus.UNKNOWN)
                .reals(m.metrics())
                .finish();
    }
}
