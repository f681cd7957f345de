package io.pipecast.training.backtest;

import java.util.HashMap;
import java.util.Map;

/**
 * What the open deals of a company are worth, each by its stage's configured probability: the
 * stage-weighted pipeline of a source without close dates, where every open deal counts.
 */
public final class OpenPipeline {
    private final Map<Integer, Double> byDay = new HashMap<>();

    /** The pipeline at the midnights of some snapshots. */
    public OpenPipeline(Snapshots snapshots) {
        for (int i = 0; i < snapshots.size(); i++) {
            Snapshots.Snapshot row = snapshots.row(i);
            double worth =
                    row.amount() == Snapshots.MISSING ? 0 : row.amount() * row.stageProbability();
            byDay.merge(snapshots.day(i), worth, Double::sum);
        }
    }

    /** Minor units at the midnight that begins an epoch day, NaN where no snapshots were taken. */
    double at(int day) {
        return byDay.getOrDefault(day, Double.NaN);
    }
}
