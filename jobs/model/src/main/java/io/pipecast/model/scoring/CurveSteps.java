package io.pipecast.model.scoring;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.PeriodPosition;

/**
 * The steps in which curves go ahead from a day: days as far as horizons are told apart, then
 * weeks. The calendar's effect on each step is the same for all cells.
 */
final class CurveSteps {
    /** Steps of one day; two quarters, so that the next period ends within them. */
    private static final int DAYS = 190;

    private static final int WEEK = 7;

    /** Number of steps. */
    static final int COUNT = DAYS + (DaysAhead.LIMIT - DAYS) / WEEK;

    /** Band of days ahead of each step, by its first day. */
    static final int[] BANDS = bands();

    /** Sum of the calendar multipliers of winning over the days of each step. */
    final double[] won = new double[COUNT];

    /** The same of losing. */
    final double[] lost = new double[COUNT];

    CurveSteps(HazardTables tables, SalesCalendar calendar, int day) {
        byte[] positions = PeriodPosition.table(calendar, day, DaysAhead.LIMIT);
        for (int step = 0; step < COUNT; step++) {
            for (int ahead = start(step); ahead < start(step + 1); ahead++) {
                won[step] += tables.won().calendar()[positions[ahead]];
                lost[step] += tables.lost().calendar()[positions[ahead]];
            }
        }
    }

    /** First day ahead of a step. */
    static int start(int step) {
        return step <= DAYS ? step : DAYS + (step - DAYS) * WEEK;
    }

    /** Position on the axis of steps of a time ahead, {@link #COUNT} at most. */
    static double at(double days) {
        double steps = days <= DAYS ? days : DAYS + (days - DAYS) / WEEK;
        return Math.min(COUNT, steps);
    }

    private static int[] bands() {
        int[] bands = new int[COUNT];
        for (int step = 0; step < COUNT; step++) {
            bands[step] = DaysAhead.band(start(step));
        }
        return bands;
    }
}
