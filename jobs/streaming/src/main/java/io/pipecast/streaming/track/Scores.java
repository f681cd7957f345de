package io.pipecast.streaming.track;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.scoring.WinModel;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is kept on record of the chances given at midnights: of every open deal once a week, on a
 * day that depends on its id alone, and the end of every deal. A shadow is asked at the same
 * midnights. Once a week is enough: chances of one deal on consecutive days are nearly the same
 * forecast.
 */
final class Scores {
    /** Days between two records of a deal. */
    static final int EVERY_DAYS = 7;

    private static final int[] NONE = {};

    private final InForce inForce;
    private final Consumer<DealScore> out;

    Scores(InForce inForce, Consumer<DealScore> out) {
        this.inForce = inForce;
        this.out = out;
    }

    /**
     * A deal was settled at a midnight.
     *
     * @param moved whether facts of it were settled that were not before
     */
    void settled(String id, DealView view, Stake stake, boolean moved, AsOf asOf, WinModel model) {
        if (!view.isOpen()) {
            if (view.exists && moved) {
                out.accept(row(id, view, asOf, model, false, NONE, Map.of()));
            }
            return;
        }
        if (!isDue(id, asOf.day)) {
            return;
        }
        Map<String, Long> deciles = model.deciles(view, asOf, id);
        out.accept(row(id, view, asOf, model, false, stake.chances(), deciles));
        WinModel shadow = inForce.shadow(asOf.instant);
        if (shadow != null) {
            int[] chances = new int[Horizon.COUNT];
            shadow.score(view, asOf, chances);
            Map<String, Long> its = shadow.deciles(view, asOf, id);
            out.accept(row(id, view, asOf, shadow, true, chances, its));
        }
    }

    /** Whether a deal is recorded on a day. */
    static boolean isDue(String id, int day) {
        return Math.floorMod(day + id.hashCode(), EVERY_DAYS) == 0;
    }

    private static DealScore row(
            String id,
            DealView view,
            AsOf asOf,
            WinModel model,
            boolean shadow,
            int[] chances,
            Map<String, Long> deciles) {
        return new DealScore(
                id,
                asOf.instant,
                shadow,
                model.version(),
                view.outcome,
                view.removed,
                view.closedAt == DealView.UNKNOWN ? Quantity.MISSING : view.closedAt,
                chances,
                deciles);
    }
}
