package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealType;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.Lengths;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;

/**
 * What is learned of how deals end: for a deal now in a stage since some time, the daily hazards of
 * being won and of being lost on each day ahead. The hazard of a day is {@code base ×
 * calendar(position of that day) × level(stage, factor)}.
 *
 * @param stages number of configured stages, closed ones included
 * @param tableOf table of each segment, by 1 + {@link DealType} ordinal; index 0 is for deals
 *     without a type. Segments too thin for a table of their own share table 0
 * @param factor trait of the deal that scales the hazards
 * @param won hazards of winning
 * @param lost hazards of losing
 * @param longestWonAge age at which the last deal was won, calendar days; infinite when too few
 *     lived longer to tell
 * @param longestWonInStage the same for the time in each stage, business days
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // plain data, indexed by segment
public record HazardTables(
        int stages,
        int[] tableOf,
        DealFactor factor,
        Cause won,
        Cause lost,
        double longestWonAge,
        double[] longestWonInStage) {
    /** Number of segments, deals without a type included. */
    public static final int SEGMENTS = DealType.values().length + 1;

    /**
     * Hazards of one way to end.
     *
     * @param base per day, by {@link #cell} × {@link DaysAhead} band
     * @param calendar multiplier by {@link PeriodPosition} class
     * @param level multiplier by stage × {@link DealFactor} level
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Cause(double[] base, double[] calendar, double[] level) {}

    /**
     * Checks that the arrays fit each other.
     *
     * @throws IllegalArgumentException naming the array whose length or content is wrong
     */
    public HazardTables {
        int tables = 0;
        for (int table : tableOf) {
            tables = Math.max(tables, table + 1);
        }
        Lengths.expect("tableOf", SEGMENTS, tableOf.length);
        Lengths.expect("longestWonInStage", stages, longestWonInStage.length);
        check("won", won, tables, stages);
        check("lost", lost, tables, stages);
    }

    /** Segment of a type of deal; 0 for none. */
    public static int segment(DealType type) {
        return type == null ? 0 : type.ordinal() + 1;
    }

    /** Index of a table, a stage and a {@link TimeInStage} band. */
    public int cell(int table, int stage, int timeBand) {
        return (table * stages + stage) * TimeInStage.COUNT + timeBand;
    }

    /** Number of cells. */
    public int cells() {
        return won.base.length / DaysAhead.COUNT;
    }

    private static void check(String name, Cause cause, int tables, int stages) {
        Lengths.expect(
                name + ".base",
                tables * stages * TimeInStage.COUNT * DaysAhead.COUNT,
                cause.base.length);
        Lengths.expect(name + ".calendar", PeriodPosition.COUNT, cause.calendar.length);
        Lengths.expect(name + ".level", stages * DealFactor.LEVELS, cause.level.length);
        for (double[] values : new double[][] {cause.base, cause.calendar, cause.level}) {
            for (double value : values) {
                if (!(value >= 0) || Double.isInfinite(value)) {
                    throw new IllegalArgumentException(
                            name + " must hold finite rates of at least 0, held " + value);
                }
            }
        }
    }
}
