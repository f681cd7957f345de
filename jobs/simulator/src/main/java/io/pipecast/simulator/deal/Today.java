package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.chance.Dice;

/**
 * A working day and where it lies in its quarter.
 *
 * @param day epoch day
 * @param quarter the fiscal quarter
 * @param done working days of the quarter before this one
 * @param left working days of the quarter after this one
 * @param calendar the company's calendar
 */
public record Today(int day, Period quarter, int done, int left, SalesCalendar calendar) {
    /** First and last minute of a working day. */
    static final int OPENS = 8 * 60;

    static final int CLOSES = 18 * 60;

    /** The given working day. */
    public static Today of(SalesCalendar calendar, int day) {
        Period quarter = calendar.fiscal().at(day);
        int done = calendar.business().between(quarter.startDay(), day);
        int left = calendar.business().between(day + 1, quarter.endDay());
        return new Today(day, quarter, done, left, calendar);
    }

    /** Some instant of the working hours; most is done in the middle of the day. */
    public long someTime(Dice dice) {
        double share = (dice.uniform() + dice.uniform()) / 2;
        return at(OPENS, 0) + (long) (share * (CLOSES - OPENS) * 60_000);
    }

    /** An instant by minutes after midnight and milliseconds. */
    public long at(int minutes, long millis) {
        return calendar.days().startOf(day) + minutes * 60_000L + millis;
    }

    /** The working day a number of working days ahead. */
    public int plus(int workingDays) {
        return calendar.business().plus(day, workingDays + 1) - 1;
    }
}
