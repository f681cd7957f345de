package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.DealReading;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.ReasonKind;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Where a deal lies among those a model was learned from. */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class Deciles {
    private static final int TEN = 10;
    private static final ReasonKind[] KINDS = ReasonKind.values();

    private Deciles() {}

    /**
     * Decile of the first feature of each kind that is watched, 0 to 9, by {@link ReasonKind#key}.
     * Values that many deals share are spread by a draw that the deal and the day decide.
     */
    static Map<String, Long> of(HazardModel model, DealView deal, AsOf asOf, String id) {
        Norms norms = model.closing().norms();
        Map<String, Long> deciles = new TreeMap<>();
        if (norms.quantiles().length == 0 || SupportedDays.stage(deal) < 0) {
            return deciles;
        }
        double[] features = new double[DealFeature.COUNT];
        DealReading.read(deal, asOf, features);
        if (model.effects() != null) {
            model.effects().records().read(deal, asOf.instant, features);
        }
        SplittableRandom draws = new SplittableRandom(DealEvent.hash(id) ^ asOf.day);
        for (ReasonKind kind : KINDS) {
            double value = features[kind.features().get(0).ordinal()];
            double rank = norms.rank(kind, value, draws.nextDouble());
            if (!Double.isNaN(rank)) {
                deciles.put(kind.key, Math.min(TEN - 1, (long) (rank * TEN)));
            }
        }
        return deciles;
    }
}
