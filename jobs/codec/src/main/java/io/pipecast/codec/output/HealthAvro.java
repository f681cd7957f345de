package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.Quantity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows by which models are watched, as single-object encoded Avro messages. Reading throws
 * {@link IllegalArgumentException} for a message that is not such a row. Not thread-safe.
 */
public final class HealthAvro {
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final WireRows rows = new WireRows(WireSchema.DEAL_SCORE, WireSchema.MODEL_HEALTH);

    /** A score. */
    public static byte[] encode(DealScore s) {
        WireWriter out = new WireWriter(WireSchema.DEAL_SCORE);
        out.text(s.opportunityId()).number(s.asOf()).truth(s.shadow()).text(s.modelVersion());
        out.symbol(s.outcome()).truth(s.removed()).optionalNumber(s.closedAt(), Quantity.MISSING);
        out.block(s.probabilities().length);
        for (int probability : s.probabilities()) {
            out.integer(probability);
        }
        return out.end().numbers(s.deciles()).finish();
    }

    /** How right a model has been. */
    public static byte[] encode(ModelHealth h) {
        WireWriter out = new WireWriter(WireSchema.MODEL_HEALTH);
        out.text(h.modelVersion()).truth(h.shadow()).text(h.measure()).number(h.version());
        out.integer(h.asOf()).integer(h.fromDay());
        out.number(h.judged()).number(h.won()).number(h.given());
        out.optionalReal(h.brier()).optionalReal(h.logLoss()).optionalReal(h.auc());
        out.optionalReal(h.calibrationError()).optionalReal(h.drift());
        out.optionalReal(h.covered()).optionalReal(h.below()).optionalReal(h.above());
        out.optionalReal(h.error()).block(h.bins().size());
        for (ModelHealth.Bin bin : h.bins()) {
            out.real(bin.from()).real(bin.to()).number(bin.judged()).number(bin.won());
            out.real(bin.meanChance()).number(bin.given());
        }
        return out.end().finish();
    }

    /** Reads a score. */
    public DealScore score(byte[] message) {
        return rows.read(WireSchema.DEAL_SCORE, message, HealthAvro::score);
    }

    /** Reads how right a model has been. */
    public ModelHealth health(byte[] message) {
        return rows.read(WireSchema.MODEL_HEALTH, message, HealthAvro::health);
    }

    private static DealScore score(WireReader in) throws IOException {
        return new DealScore(
                in.text(),
                in.number(),
                in.truth(),
                in.word(),
                in.symbol(OUTCOMES),
                in.truth(),
                in.optionalNumber(),
                integers(in),
                in.numbers());
    }

    private static int[] integers(WireReader in) throws IOException {
        List<Integer> values = new ArrayList<>();
        in.each(() -> values.add(in.integer()));
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static ModelHealth health(WireReader in) throws IOException {
        return new ModelHealth(
                in.word(),
                in.truth(),
                in.word(),
                in.number(),
                in.integer(),
                in.integer(),
                in.number(),
                in.number(),
                in.number(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                in.optionalReal(),
                bins(in));
    }

    private static List<ModelHealth.Bin> bins(WireReader in) throws IOException {
        List<ModelHealth.Bin> bins = new ArrayList<>();
        in.each(
                () ->
                        bins.add(
                                new ModelHealth.Bin(
                                        in.real(),
                                        in.real(),
                                        in.number(),
                                        in.number(),
                                        in.real(),
                                        in.number())));
        return bins;
    }
}
