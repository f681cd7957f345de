package io.pipecast.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiscalCalendarTest {
    private static final LocalDate FIRST_OF_FEBRUARY = LocalDate.of(2026, 2, 1);

    private static Period at(FiscalCalendar calendar, String date) {
        return calendar.at(LocalDate.parse(date).toEpochDay());
    }

    private static LocalDate start(Period period) {
        return LocalDate.ofEpochDay(period.startDay());
    }

    @ParameterizedTest
    @EnumSource(value = PeriodKind.class, mode = EnumSource.Mode.EXCLUDE, names = "DATES")
    void periodsFollowEachOtherWithoutGapUnderUniqueNames(PeriodKind kind) {
        FiscalCalendar calendar = FiscalCalendar.of(kind, LocalDate.of(2026, 2, 2));
        Set<String> ids = new HashSet<>();
        Period period = at(calendar, "1991-06-01");
        assertThat(period.contains(LocalDate.parse("1991-06-01").toEpochDay())).isTrue();
        while (period.endDay() < LocalDate.parse("2088-01-01").toEpochDay()) {
            Period next = calendar.at(period.endDay());
            assertThat(next.startDay()).isEqualTo(period.endDay());
            assertThat(next.index()).isEqualTo(period.index() + 1);
            assertThat(calendar.at(next.endDay() - 1)).isEqualTo(next);
            assertThat(calendar.get(next.index())).isEqualTo(next);
            assertThat(calendar.byId(next.id())).isEqualTo(next);
            assertThat(ids.add(next.id())).as(next.id()).isTrue();
            period = next;
        }
    }

    @ParameterizedTest
    @EnumSource(value = PeriodKind.class, mode = EnumSource.Mode.EXCLUDE, names = "DATES")
    void theAnchorBeginsAPeriodAndItsYearDoesNotMatterToMonths(PeriodKind kind) {
        LocalDate anchor = LocalDate.of(2026, 2, 2);
        FiscalCalendar calendar = FiscalCalendar.of(kind, anchor);
        assertThat(start(at(calendar, "2026-02-02"))).isEqualTo(anchor);
        assertThat(start(at(calendar, "2026-02-01"))).isBefore(anchor);
    }

    @Test
    void theLoanApplicationsHaveFourWeekPeriodsFromTheirFirstMonday() {
        FiscalCalendar calendar =
                FiscalCalendar.of(PeriodKind.FOUR_WEEKS, LocalDate.of(2011, 10, 3));
        assertThat(at(calendar, "2011-10-03").id()).isEqualTo("4W2011-10-03");
        assertThat(at(calendar, "2011-10-30").id()).isEqualTo("4W2011-10-03");
        assertThat(at(calendar, "2011-12-31").id()).isEqualTo("4W2011-12-26");
        assertThat(at(calendar, "2011-10-02").id()).isEqualTo("4W2011-09-05");
        assertThat(start(at(calendar, "2026-05-05")).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void aFiscalYearFromFebruaryIsNamedAfterTheYearItEndsIn() {
        FiscalCalendar calendar = FiscalCalendar.of(PeriodKind.QUARTERS, FIRST_OF_FEBRUARY);
        assertThat(at(calendar, "2026-02-01").id()).isEqualTo("2027-Q1");
        assertThat(at(calendar, "2026-04-30").id()).isEqualTo("2027-Q1");
        assertThat(at(calendar, "2026-05-01").id()).isEqualTo("2027-Q2");
        assertThat(at(calendar, "2027-01-31").id()).isEqualTo("2027-Q4");
        assertThat(at(calendar, "2027-01-31").fiscalYear()).isEqualTo(2027);
        assertThat(at(calendar, "2027-02-01").id()).isEqualTo("2028-Q1");
    }

    @Test
    void calendarQuartersAndMonthsAreNamedAfterTheirOwnYear() {
        FiscalCalendar quarters = FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2020, 1, 1));
        assertThat(at(quarters, "2017-03-31").id()).isEqualTo("2017-Q1");
        assertThat(at(quarters, "2017-12-31").id()).isEqualTo("2017-Q4");
        FiscalCalendar months = FiscalCalendar.of(PeriodKind.MONTHS, LocalDate.of(2020, 1, 1));
        assertThat(at(months, "2024-02-29").id()).isEqualTo("2024-M02");
        assertThat(at(months, "2024-03-01").id()).isEqualTo("2024-M03");
    }

    @Test
    void aFourFourFiveQuarterHasThirteenWeeks() {
        FiscalCalendar calendar =
                FiscalCalendar.of(PeriodKind.FOUR_FOUR_FIVE, LocalDate.of(2026, 2, 2));
        Period quarter = at(calendar, "2026-03-15");
        assertThat(quarter.endDay() - quarter.startDay()).isEqualTo(91);
        assertThat(quarter.id()).isEqualTo("Q2026-02-02");
    }

    @Test
    void aListOfDatesIsTakenAsItStands() {
        FiscalCalendar calendar =
                FiscalCalendar.ofDates(
                        List.of(
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 3, 29),
                                LocalDate.of(2026, 7, 4)));
        assertThat(at(calendar, "2026-03-28").id()).isEqualTo("P2026-01-01");
        assertThat(at(calendar, "2026-03-29").id()).isEqualTo("P2026-03-29");
        assertThat(at(calendar, "2030-01-01").id()).isEqualTo("P2026-03-29");
        assertThat(at(calendar, "2020-01-01").id()).isEqualTo("P2026-01-01");
    }

    @Test
    void daysOutsideTheTablesFallToTheFirstOrLastPeriod() {
        FiscalCalendar calendar = FiscalCalendar.of(PeriodKind.QUARTERS, FIRST_OF_FEBRUARY);
        assertThat(calendar.at(Long.MAX_VALUE)).isEqualTo(calendar.get(Integer.MAX_VALUE));
        assertThat(calendar.at(Long.MIN_VALUE)).isEqualTo(calendar.get(0));
        assertThat(calendar.get(-1)).isEqualTo(calendar.get(0));
    }

    @Test
    void aCalendarThatCannotBeIsRefused() {
        assertThatThrownBy(() -> FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 31)))
                .hasMessage("a fiscal year must start on day 1 to 28 of a month, was 2026-01-31");
        assertThatThrownBy(() -> FiscalCalendar.of(PeriodKind.DATES, FIRST_OF_FEBRUARY))
                .hasMessage("a calendar of dates needs its list of dates");
        LocalDate later = LocalDate.of(2026, 5, 1);
        assertThatThrownBy(() -> FiscalCalendar.ofDates(List.of(later, FIRST_OF_FEBRUARY)))
                .hasMessage("calendar dates must ascend, but 2026-02-01 follows 2026-05-01");
        assertThatThrownBy(() -> FiscalCalendar.ofDates(List.of(later)))
                .hasMessage("a calendar of dates must list at least two first days, had 1");
    }
}
