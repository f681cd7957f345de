package io.pipecast.model.scoring;

import io.pipecast.model.features.AsOf;

/**
 * What a model says of a cell of stage and time in it, by the hazards alone. For one thread at a
 * time.
 */
public final class CellChances {
    private final HazardTables tables;
    private final HazardCells cells;
    private final OutcomePath path = new OutcomePath();

    /** By learned hazards. */
    public CellChances(HazardTables tables) {
        this.tables = tables;
        this.cells = new HazardCells(tables);
    }

    /** The hazards. */
    public HazardTables tables() {
        return tables;
    }

    /**
     * Chance of an open deal of a cell to be won within a number of days.
     *
     * @param segment of {@link HazardTables#segment}
     * @param timeBand of {@link io.pipecast.model.features.TimeInStage}; the time itself is taken
     *     as the band's middle
     * @param level of the model's factor
     */
    public double wonWithin(
            int segment, int stage, int timeBand, int level, AsOf asOf, double days) {
        cells.fill(path, segment, stage, timeBand, Double.NaN, level, asOf);
        path.walk(asOf.fraction);
        return path.wonWithin(days);
    }

    /**
     * Rates of a cell over each {@link io.pipecast.model.features.DaysAhead} band.
     *
     * @param days business days in the stage, or NaN to take the middle of the band
     * @param won filled with those of winning
     * @param lost filled with those of losing
     */
    public void rates(
            int segment,
            int stage,
            int timeBand,
            double days,
            int level,
            AsOf asOf,
            double[] won,
            double[] lost) {
        cells.fill(path, segment, stage, timeBand, days, level, asOf);
        System.arraycopy(path.won, 0, won, 0, won.length);
        System.arraycopy(path.lost, 0, lost, 0, lost.length);
    }
}
