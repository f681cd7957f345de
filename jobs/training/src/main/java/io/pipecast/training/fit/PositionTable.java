package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.PeriodPosition;

/** {@link PeriodPosition} classes and periods of the days of a log. */
final class PositionTable {
    private final int firstDay;
    private final byte[] classes;
    private final int[] periods;
    private final int[][] before = new int[PeriodPosition.COUNT][];

    PositionTable(SalesCalendar calendar, int firstDay, int endDay) {
        this.firstDay = firstDay;
        this.classes = PeriodPosition.table(calendar, firstDay, Math.max(1, endDay - firstDay));
        this.periods = new int[classes.length];
        for (int position = 0; position < before.length; position++) {
            before[position] = countedBefore(position);
        }
        int first = calendar.fiscal().at(firstDay).index();
        for (int i = 0; i < periods.length; i++) {
            periods[i] = calendar.fiscal().at(firstDay + i).index() - first;
        }
    }

    private int[] countedBefore(int position) {
        int[] counts = new int[classes.length + 1];
        for (int i = 0; i < classes.length; i++) {
            counts[i + 1] = counts[i] + (classes[i] == position ? 1 : 0);
        }
        return counts;
    }

    /** Days of a class in [from, to). */
    int count(int position, int from, int to) {
        return before[position][to - firstDay] - before[position][from - firstDay];
    }

    /** Class of a day of the log. */
    int of(int day) {
        return classes[day - firstDay];
    }

    /** Period of a day of the log, counted from 0. */
    int period(int day) {
        return periods[day - firstDay];
    }

    /** Number of periods. */
    int periods() {
        return periods[periods.length - 1] + 1;
    }
}
