package io.pipecast.model.scoring;

import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;

/**
 * Looks hazards up. What is learned by bands of time in the stage changes steadily between their
 * middles, so that of two deals in one band the older one is seen as older.
 */
final class HazardCells {
    private final HazardTables tables;
    private final DaySums.Cache sums;

    HazardCells(HazardTables tables) {
        this.tables = tables;
        this.sums = new DaySums.Cache(tables);
    }

    /**
     * Fills in a path's rates.
     *
     * @param segment of {@link HazardTables#segment}
     * @param band of {@link TimeInStage}
     * @param days business days in the stage, or NaN to take the middle of the band
     * @param level of the model's factor
     */
    void fill(
            OutcomePath path, int segment, int stage, int band, double days, int level, AsOf asOf) {
        int table = tables.tableOf()[segment];
        int stageLevel = stage * DealFactor.LEVELS + level;
        path.cell(tables, tables.cell(table, stage, band), stageLevel, sums.of(asOf));
        int beside = Double.isNaN(days) ? band : TimeInStage.beside(band, days);
        if (beside != band) {
            path.towards(
                    tables,
                    tables.cell(table, stage, beside),
                    stageLevel,
                    TimeInStage.shareBeside(band, days));
        }
    }
}
