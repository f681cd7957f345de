package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.PeriodPosition;

/** {@link PeriodPosition} classes and periods of the days of a log. */
final class PositionTable {
    private final int firstDay;
    private final byte[] classes;
    private final int[] periods;

    PositionTable(SalesCalendar calendar, int firstDay, int endDay) {
        this.firstDay = firstDay;
        this.classes = PeriodPosition.table(calendar, firstDay, Math.max(1, endDay - firstDay));
        this.periods = new int[classes.length];
        int first = calendar.fiscal().at(firstDay).index();
        for (int i = 0; i < periods.length; i++) {
            periods[i] = calendar.fiscal().at(firstDay + i).index() - first;
        }
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
