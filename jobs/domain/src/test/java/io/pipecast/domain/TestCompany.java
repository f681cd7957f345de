package io.pipecast.domain;

import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A company for tests: Berlin, Monday to Friday, calendar quarters, five open stages. */
public final class TestCompany {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** Negotiation alone has a hand-set limit: 15 business days. */
    public static final StageTable STAGES =
            new StageTable(
                    List.of(
                            open("Prospecting", 0),
                            open("Qualified", 0),
                            open("Proposal", 0),
                            open("Negotiation", 15),
                            open("Verbal", 0),
                            new Stage("Won", Outcome.WON, 1, ForecastCategory.COMMIT, 0),
                            new Stage("Lost", Outcome.LOST, 0, ForecastCategory.OMITTED, 0)));

    private static final DayClock DAYS = new DayClock(BERLIN);

    public static final SalesCalendar CALENDAR = calendarWithHolidays();

    private TestCompany() {}

    private static Stage open(String name, int stalledAfter) {
        return new Stage(name, Outcome.OPEN, 0.3, ForecastCategory.PIPELINE, stalledAfter);
    }

    /** The company's calendar with some days off. */
    public static SalesCalendar calendarWithHolidays(LocalDate... holidays) {
        return new SalesCalendar(
                DAYS,
                new BusinessDays(MONDAY_TO_FRIDAY, Set.of(holidays)),
                FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 1)));
    }

    /** Settings with the default alert policy and a source that carries everything. */
    public static PipelineSettings settings() {
        return settings(CALENDAR, SourceTraits.ALL, AlertPolicy.DEFAULT);
    }

    public static PipelineSettings settings(
            SalesCalendar calendar, SourceTraits source, AlertPolicy alerts) {
        return new PipelineSettings(
                "Test", "EUR", calendar, STAGES, source, alerts, 3_600_000, 400, false);
    }

    /** Epoch milliseconds of a local date and time, such as 2026-03-02T09:00. */
    public static long instant(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant().toEpochMilli();
    }
}
