package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.training.MadeLog;
import io.pipecast.training.backtest.Snapshots.Snapshot;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import java.util.Arrays;
import java.util.Map;

/** Snapshots of a made log, as a replay would have taken them. */
public final class MadeSnapshots {
    public final Outcomes outcomes;
    public final Snapshots snapshots;

    /** No snapshots yet of a log. */
    public MadeSnapshots(MadeLog made, Map<String, String> teams) {
        DealLog log = made.log(at(1000));
        outcomes = new Outcomes(RowBuilder.build(log, SETTINGS), log, SETTINGS.stages(), teams);
        snapshots = new Snapshots(SETTINGS.calendar(), outcomes);
    }

    /** A snapshot at the midnight a number of days after the start, one probability for all. */
    public MadeSnapshots see(String deal, int day, int stage, double inStage, double probability) {
        return see(deal, day, stage, inStage, probability, null);
    }

    /** The same with a territory. */
    public MadeSnapshots see(
            String deal, int day, int stage, double inStage, double probability, String team) {
        int[] micros = new int[Horizon.COUNT];
        Arrays.fill(micros, Double.isNaN(probability) ? -1 : (int) Math.round(probability * 1e6));
        snapshots.add(
                new Snapshot(
                        at(day),
                        deal,
                        stage,
                        inStage,
                        DealType.NEW,
                        team,
                        ForecastCategory.PIPELINE,
                        MadeLog.START.toEpochDay() + day + 5,
                        1000,
                        0.2),
                micros);
        return this;
    }

    /** What was known of winning within 14 days at the midnight after a number of days. */
    public Known known(int day) {
        Target target = new Target(Horizon.WITHIN_14_DAYS);
        return new Known(SETTINGS, snapshots, target, snapshots.ends(target), outcomes, at(day));
    }
}
