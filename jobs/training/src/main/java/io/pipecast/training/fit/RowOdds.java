package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.training.rows.Row;

/**
 * Packed rows and, for each, the rates by band of days ahead that a table of hazards has for its
 * cell at its midnight.
 *
 * @param won by row × band of {@link DaysAhead}
 * @param lost alike
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record RowOdds(long[] rows, double[][] won, double[][] lost) {
    /** The rates of rows; quickest when rows of one day follow each other. */
    static RowOdds of(long[] rows, SalesCalendar calendar, CellChances tables) {
        RowOdds odds = new RowOdds(rows, new double[rows.length][], new double[rows.length][]);
        AsOf asOf = null;
        for (int i = 0; i < rows.length; i++) {
            if (asOf == null || asOf.day != Row.day(rows[i])) {
                asOf = new AsOf(calendar, calendar.days().startOf(Row.day(rows[i])));
            }
            odds.read(i, tables, Double.NaN, asOf);
        }
        return odds;
    }

    /**
     * Fills in the rates of the i-th row at its midnight.
     *
     * @param days business days in the stage, or NaN to take the middle of the row's band
     */
    void read(int i, CellChances tables, double days, AsOf asOf) {
        long row = rows[i];
        won[i] = new double[DaysAhead.COUNT];
        lost[i] = new double[DaysAhead.COUNT];
        tables.rates(
                Row.segment(row),
                Row.stage(row),
                Row.timeBand(row),
                days,
                Row.level(row, tables.tables().factor()),
                asOf,
                won[i],
                lost[i]);
    }
}
