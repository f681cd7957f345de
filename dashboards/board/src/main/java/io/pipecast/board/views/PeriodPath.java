package io.pipecast.board.views;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was forecast for a node and period, day by day.
 *
 * @param period period id
 * @param startDay first epoch day
 * @param endDay first epoch day after it
 * @param points the last statement of each local day, by epoch day
 */
public record PeriodPath(
        String period, int startDay, int endDay, NavigableMap<Integer, HistoryPoint> points) {
    /** The same without what the model said. */
    public PeriodPath withoutModel() {
        NavigableMap<Integer, HistoryPoint> seen = new TreeMap<>();
        points.forEach((day, point) -> seen.put(day, point.withoutModel()));
        return new PeriodPath(period, startDay, endDay, seen);
    }
}
