package io.pipecast.board.metrics;

import io.pipecast.board.access.SeenOverrides;
import io.pipecast.board.views.OverrideScore;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Supplier;

/**
 * Chances that people set by hand, and how right they were beside the model's of the same deals.
 */
final class HandSetCollector implements MultiCollector {
    private final Supplier<SeenOverrides> overrides;

    HandSetCollector(Supplier<SeenOverrides> overrides) {
        this.overrides = overrides;
    }

    @Override
    public MetricSnapshots collect() {
        SeenOverrides seen = overrides.get();
        OverrideScore score = seen.score();
        Gauge deals = new Gauge(MetricName.HAND_SET_DEALS);
        Gauge judged = new Gauge(MetricName.HAND_SET_JUDGED);
        Gauge brier = new Gauge(MetricName.HAND_SET_BRIER);
        deals.add(Labels.EMPTY, seen.deals().size());
        judged.add(Labels.EMPTY, score.judged());
        if (score.besideModel() > 0) {
            brier.add(Labels.of("by", "hand"), score.ownBeside());
            brier.add(Labels.of("by", "model"), score.modelBeside());
        }
        return MetricSnapshots.of(deals.snapshot(), judged.snapshot(), brier.snapshot());
    }
}
