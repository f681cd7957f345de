package io.pipecast.model.scoring;

import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.ReasonKind;
import java.util.Map;
import java.util.TreeMap;

/** What a model goes by: how much each kind of reason moves chances, in the mean of many deals. */
public final class Importance {
    private static final ReasonKind[] KINDS = ReasonKind.values();

    private Importance() {}

    /**
     * A deal to ask about.
     *
     * @param features by {@link io.pipecast.model.features.DealFeature} ordinal
     * @param segment of {@link HazardTables#segment}
     * @param level of the model's factor
     */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    public record Asked(double[] features, int segment, int level) {}

    /**
     * Share of each kind in the absolute weights of all reasons, by {@link ReasonKind#key}, without
     * those that have none; empty for a model without norms.
     */
    public static Map<String, Double> of(HazardModel model, Iterable<Asked> deals, AsOf asOf) {
        double[] sums = new double[KINDS.length];
        double all = 0;
        for (Asked asked : deals) {
            Standing deal = new Standing(model, asked.features, asked.segment, asked.level, asOf);
            if (model.closing().norms().knows(deal.stage)) {
                all += add(model, deal, sums);
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        for (int i = 0; i < KINDS.length; i++) {
            if (sums[i] > 0) {
                shares.put(KINDS[i].key, sums[i] / all);
            }
        }
        return shares;
    }

    private static double add(HazardModel model, Standing deal, double[] sums) {
        double[] weights = Reasons.weights(model, deal, Standing.usual(model, deal));
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            sums[i] += Math.abs(weights[i]);
            all += Math.abs(weights[i]);
        }
        return all;
    }
}
