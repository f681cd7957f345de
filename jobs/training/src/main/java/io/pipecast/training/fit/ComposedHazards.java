package io.pipecast.training.fit;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.stream.IntStream;

/**
 * Hazards of far days ahead, put together from those of near days: what a deal that is still open
 * four weeks later meets from then on is what deals such as it then is meet soon. In a short log
 * far days were seen of few deals and long ago, near ones of all deals and until the last day. So
 * the hazard of a far day is the mean of nearer hazards of the cells in which a cell's deals were
 * found four weeks later, each weighing as many as are open still (a semi-Markov chain over cells).
 */
final class ComposedHazards {
    /** Days after which a deal is looked at again; what lies nearer stays as it was counted. */
    private static final int STEP = 28;

    /** Rows that the counted hazards weigh as much as. */
    private static final double PRIOR_ROWS = 10;

    private static final int BANDS = DaysAhead.COUNT;
    private static final int[] STARTS = DaysAhead.starts();

    private final int cells;

    /** First band that is put together. */
    private final int first;

    /** Rows by cell and cell four weeks later. */
    private final double[][] later;

    /** The cells that rows of a cell were in four weeks later. */
    private final int[][] found;

    private ComposedHazards(long[] rows, int cells, int first) {
        this.cells = cells;
        this.first = first;
        this.later = new double[cells][cells];
        count(rows);
        this.found = new int[cells][];
        for (int cell = 0; cell < cells; cell++) {
            double[] of = later[cell];
            found[cell] = IntStream.range(0, cells).filter(i -> of[i] > 0).toArray();
        }
    }

    /**
     * Puts far hazards together, in place, as far as the log is too short to have counted them.
     *
     * @param rows in the order of (deal, day)
     * @param stages number of configured stages
     * @param firstDay first day of known ends
     * @param won hazards of winning per day, by cell × band ahead
     * @param lost those of losing
     */
    static void compose(
            long[] rows, int stages, int firstDay, int cutDay, double[] won, double[] lost) {
        int first = DaysAhead.band(STEP - 1) + 1;
        while (first < BANDS && !SpanRows.isShort(firstDay, DaysAhead.end(first), cutDay)) {
            first++;
        }
        if (first < BANDS) {
            new ComposedHazards(rows, stages * CellCounts.BANDS, first).compose(won, lost);
        }
    }

    private void count(long[] rows) {
        int from = 0;
        while (from < rows.length) {
            int to = from + 1;
            while (to < rows.length && sameLife(rows[to - 1], rows[to])) {
                to++;
            }
            countLife(rows, from, to);
            from = to;
        }
    }

    private void countLife(long[] rows, int from, int to) {
        int then = from;
        for (int i = from; i < to; i++) {
            int day = Row.day(rows[i]) + STEP;
            while (then < to && Row.day(rows[then]) < day) {
                then++;
            }
            if (then < to && Row.day(rows[then]) == day) {
                later[cell(rows[i])][cell(rows[then])]++;
            }
        }
    }

    /** Whether two rows that follow each other are of one deal, open all the time in between. */
    private static boolean sameLife(long before, long after) {
        int between = Row.day(after) - Row.day(before);
        return Row.lot(before) == Row.lot(after)
                && (between == 0 || between == 1)
                && Row.end(before) == Row.end(after)
                && (Row.end(before) == End.NONE
                        || Row.daysToEnd(before) - Row.daysToEnd(after) == between);
    }

    private static int cell(long row) {
        return Row.stage(row) * CellCounts.BANDS + Row.timeBand(row);
    }

    private void compose(double[] won, double[] lost) {
        double[][] toWin = daily(won);
        double[][] toLose = daily(lost);
        double[][] open = new double[DaysAhead.LIMIT][cells];
        for (int day = 0; day < DaysAhead.LIMIT; day++) {
            for (int cell = 0; cell < cells; cell++) {
                if (day >= STARTS[first]) {
                    compose(cell, day, toWin, toLose, open[day - STEP]);
                }
                open[day][cell] = day == 0 ? 1 : open[day - 1][cell];
                open[day][cell] *= Math.max(0, 1 - toWin[day][cell] - toLose[day][cell]);
            }
        }
        put(toWin, open, won);
        put(toLose, open, lost);
    }

    /**
     * Hazards of a cell on a day.
     *
     * @param open share of each cell's deals open at the end of the day four weeks before
     */
    private void compose(int cell, int day, double[][] toWin, double[][] toLose, double[] open) {
        double rows = PRIOR_ROWS;
        double winning = PRIOR_ROWS * toWin[day][cell];
        double losing = PRIOR_ROWS * toLose[day][cell];
        for (int then : found[cell]) {
            double still = later[cell][then] * open[then];
            rows += still;
            winning += still * toWin[day - STEP][then];
            losing += still * toLose[day - STEP][then];
        }
        toWin[day][cell] = winning / rows;
        toLose[day][cell] = losing / rows;
    }

    /** Hazards by day ahead × cell. */
    private double[][] daily(double[] hazards) {
        double[][] daily = new double[DaysAhead.LIMIT][cells];
        for (int day = 0; day < DaysAhead.LIMIT; day++) {
            for (int cell = 0; cell < cells; cell++) {
                daily[day][cell] = hazards[cell * BANDS + DaysAhead.band(day)];
            }
        }
        return daily;
    }

    /** Means over the bands put together, a day weighing as many as are open. */
    private void put(double[][] daily, double[][] open, double[] hazards) {
        for (int cell = 0; cell < cells; cell++) {
            for (int band = first; band < BANDS; band++) {
                double sum = 0;
                double weight = 0;
                for (int day = STARTS[band]; day < DaysAhead.end(band); day++) {
                    double still = Math.max(Double.MIN_NORMAL, open[day][cell]);
                    sum += still * daily[day][cell];
                    weight += still;
                }
                hazards[cell * BANDS + band] = sum / weight;
            }
        }
    }
}
