package io.pipecast.board;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Calendar quarters in New York with two holidays. */
public final class SampleCalendar {
    public static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneId.of("America/New_York")),
                    new BusinessDays(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25))),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 1)));

    private SampleCalendar() {}

    /** First instant of a day. */
    public static long at(int year, int month, int day) {
        return CALENDAR.days().startOf((int) LocalDate.of(year, month, day).toEpochDay());
    }
}
