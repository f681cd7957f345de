package io.pipecast.training.fit;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Integer counts of everything the hazards are made of, for one table of cells: days watched and
 * ends seen, by stage × time in stage × factor level × band of days ahead × position in the period.
 * A deal is watched until it ends or until the cut; the day it ends counts half, and whatever
 * happens on or after the day of the cut is not known. Before the first end in the log nobody is
 * watched: ends may not have been kept then.
 */
final class CellCounts {
    static final int BANDS = TimeInStage.COUNT;
    static final int AHEAD = DaysAhead.COUNT;
    static final int POSITIONS = PeriodPosition.COUNT;

    /** Cells per stage and time band. */
    static final int CELL = DealFactor.LEVELS * AHEAD * POSITIONS;

    /** First day of each band ahead, and the end of the last. */
    private static final int[] STARTS = starts();

    final int stages;

    /** Half days watched. */
    final long[] halfDays;

    final int[] won;
    final int[] lost;

    /** Rows and, of these, first ones of a visit in its band, by stage × time band. */
    final long[] rows;

    final long[] visits;
    private final PositionTable positions;
    final int firstEnd;
    private final int cutDay;
    private final DealFactor factor;

    CellCounts(int stages, DealFactor factor, PositionTable positions, int firstEnd, int cutDay) {
        this.stages = stages;
        this.factor = factor;
        this.positions = positions;
        this.firstEnd = firstEnd;
        this.cutDay = cutDay;
        this.halfDays = new long[stages * BANDS * CELL];
        this.won = new int[halfDays.length];
        this.lost = new int[halfDays.length];
        this.rows = new long[stages * BANDS];
        this.visits = new long[stages * BANDS];
    }

    /** Counts of rows, all before the cut. */
    static CellCounts of(
            long[] rows,
            int stages,
            DealFactor factor,
            PositionTable positions,
            int firstEnd,
            int cutDay) {
        CellCounts counts = new CellCounts(stages, factor, positions, firstEnd, cutDay);
        for (long row : rows) {
            counts.add(row);
        }
        return counts;
    }

    private static int[] starts() {
        int[] starts = Arrays.copyOf(DaysAhead.starts(), AHEAD + 1);
        starts[AHEAD] = DaysAhead.LIMIT;
        return starts;
    }

    private void add(long row) {
        int cell = Row.stage(row) * BANDS + Row.timeBand(row);
        rows[cell]++;
        visits[cell] += Row.isFirstOfBand(row) ? 1 : 0;
        int base = cell * CELL + Row.level(row, factor) * AHEAD * POSITIONS;
        int day = Row.day(row);
        End end = Row.end(row);
        int known = Math.min(cutDay - day, DaysAhead.LIMIT);
        int toEnd = end == End.NONE ? Integer.MAX_VALUE : Row.daysToEnd(row);
        int watched = Math.min(known, toEnd);
        for (int band = 0; band < AHEAD && STARTS[band] < watched; band++) {
            watch(
                    base + band * POSITIONS,
                    Math.max(firstEnd, day + STARTS[band]),
                    day + Math.min(watched, STARTS[band + 1]));
        }
        if (toEnd < known) {
            int at = base + DaysAhead.band(toEnd) * POSITIONS + positions.of(day + toEnd);
            halfDays[at]++;
            won[at] += end == End.WON ? 1 : 0;
            lost[at] += end == End.LOST ? 1 : 0;
        }
    }

    private void watch(int at, int from, int to) {
        if (to - from <= POSITIONS) {
            for (int day = from; day < to; day++) {
                halfDays[at + positions.of(day)] += 2;
            }
        } else {
            for (int position = 0; position < POSITIONS; position++) {
                halfDays[at + position] += 2L * positions.count(position, from, to);
            }
        }
    }

    /** Indexes of the counts that are not 0. */
    int[] used() {
        return IntStream.range(0, halfDays.length).filter(i -> halfDays[i] != 0).toArray();
    }

    /** Rows per visit of a cell: how often one deal speaks in it. */
    double repeats(int stage, int band) {
        int cell = stage * BANDS + band;
        return visits[cell] == 0 ? 1 : (double) rows[cell] / visits[cell];
    }

    /** Rows per visit of a stage, the band of the first day apart. */
    double repeats(int stage) {
        long n = 0;
        long entries = 0;
        for (int band = TimeInStage.JUST_ENTERED + 1; band < BANDS; band++) {
            n += rows[stage * BANDS + band];
            entries += visits[stage * BANDS + band];
        }
        return entries == 0 ? 1 : (double) n / entries;
    }
}
