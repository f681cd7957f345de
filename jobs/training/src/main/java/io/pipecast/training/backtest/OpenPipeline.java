package io.pipecast.training.backtest;

import java.util.HashMap;
import java.util.Map;

/**
 * What the open deals of a company are worth, each by its stage's configured probability: the
 * stage-weighted pipeline of a source without close dates, where every open deal counts.
 */
public final class OpenPipeline {
    private final Map<Long, Double> worth = new HashMap<>();

    /** Takes an open deal in; the order of a midnight's deals is always the same. */
    public void add(Snapshots.Snapshot row) {
        if (row.amount() != Snapshots.MISSING) {
            worth.merge(row.asOf(), row.amount() * row.stageProbability(), Double::sum);
        }
    }

    /** Minor units at a midnight, epoch milliseconds; NaN where no deal was open or seen. */
    double at(long midnight) {
        return worth.getOrDefault(midnight, Double.NaN);
    }
}
