package io.pipecast.domain.calendar;

import static io.pipecast.domain.TestCompany.calendarWithHolidays;
import static io.pipecast.domain.TestCompany.instant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.TestCompany;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Business days: counting them and adding them are each other's inverse. 2026-03-02 is a Monday.
 */
class BusinessTimeTest {
    private static final SalesCalendar CALENDAR =
            calendarWithHolidays(
                    LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6), LocalDate.of(2026, 12, 25));

    private static final SalesCalendar SEVEN_DAYS =
            new SalesCalendar(
                    TestCompany.CALENDAR.days(),
                    new BusinessDays(EnumSet.allOf(DayOfWeek.class), Set.of()),
                    TestCompany.CALENDAR.fiscal());

    private static double days(String from, String to) {
        return CALENDAR.businessDays(instant(from), instant(to));
    }

    @Test
    void fractionsOfWorkingDaysCountAndWeekendsDoNot() {
        assertThat(days("2026-03-02T12:00", "2026-03-03T12:00")).isEqualTo(1);
        assertThat(days("2026-03-02T12:00", "2026-03-02T18:00")).isEqualTo(0.25);
        assertThat(days("2026-03-06T12:00", "2026-03-09T12:00")).isEqualTo(1);
        assertThat(days("2026-03-07T08:00", "2026-03-08T20:00")).isZero();
        assertThat(days("2026-03-07T08:00", "2026-03-10T00:00")).isEqualTo(1);
        assertThat(days("2026-03-02T12:00", "2026-03-02T12:00")).isZero();
    }

    @Test
    void holidaysDoNotCount() {
        // Good Friday and Easter Monday
        assertThat(days("2026-04-02T12:00", "2026-04-07T12:00")).isEqualTo(1);
        assertThat(CALENDAR.plusBusinessDays(instant("2026-04-02T12:00"), 1))
                .isEqualTo(instant("2026-04-07T12:00"));
    }

    @Test
    void addingThenCountingGivesAtLeastTheDaysAddedAndOneMomentEarlierGivesLess() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            long from = random.nextLong(instant("2025-01-01T00:00"), instant("2027-12-31T00:00"));
            from -= random.nextBoolean() ? 0 : from % 1_800_000;
            int count = 1 + random.nextInt(60);
            assertInverse(CALENDAR, from, count, "seed " + seed);
        }
    }

    @Test
    void addingAndCountingAgreeOnDaysOfTwentyThreeAndTwentyFiveHours() {
        long saturday = instant("2026-03-28T00:00");
        for (int seconds = 0; seconds < 4 * 86_400; seconds += 7) {
            long from = saturday + seconds * 1_000L + seconds % 1_000;
            assertInverse(SEVEN_DAYS, from, 1, "spring, second " + seconds);
            long half = 211 * 86_400_000L;
            assertInverse(SEVEN_DAYS, from + half - 3_600_000, 1, "autumn, second " + seconds);
        }
    }

    private static void assertInverse(SalesCalendar calendar, long from, int count, String where) {
        long to = calendar.plusBusinessDays(from, count);
        double passed = calendar.businessDays(from, to);
        assertThat(passed).as(where).isGreaterThanOrEqualTo(count);
        assertThat(passed).as(where).isCloseTo(count, within(1e-7));
        assertThat(calendar.businessDays(from, to - 1)).as(where).isLessThan(count);
    }

    @Test
    void addingInTwoStepsIsAddingAtOnce() {
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            // the clocks change on Sundays: no share of a working day is ever rounded here
            long from = random.nextLong(instant("2026-01-01T00:00"), instant("2027-01-01T00:00"));
            int one = 1 + random.nextInt(30);
            int two = 1 + random.nextInt(30);
            long between = CALENDAR.plusBusinessDays(from, one);
            assertThat(CALENDAR.plusBusinessDays(between, two))
                    .as("seed %d", seed)
                    .isEqualTo(CALENDAR.plusBusinessDays(from, one + two));
        }
    }

    @Test
    void addingNothingStaysWhereItIs() {
        for (String at :
                new String[] {"2026-03-02T12:00", "2026-03-07T12:00", "2026-03-09T00:00"}) {
            assertThat(CALENDAR.plusBusinessDays(instant(at), 0)).isEqualTo(instant(at));
        }
    }

    @Test
    void theHourIsKeptOverTheDaysTheClocksChange() {
        assertThat(SEVEN_DAYS.plusBusinessDays(instant("2026-03-28T12:00"), 2))
                .isEqualTo(instant("2026-03-30T12:00"));
        // half of the 23 hours of 29 March
        assertThat(SEVEN_DAYS.plusBusinessDays(instant("2026-03-28T12:00"), 1))
                .isEqualTo(instant("2026-03-29T12:30"));
        assertThat(
                        SEVEN_DAYS.businessDays(
                                instant("2026-10-24T00:00"), instant("2026-10-26T00:00")))
                .isEqualTo(2);
    }

    @Test
    void beyondTheTablesThereIsNoDeadline() {
        assertThat(CALENDAR.plusBusinessDays(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(CALENDAR.plusBusinessDays(Long.MIN_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(CALENDAR.plusBusinessDays(instant("2089-12-30T12:00"), 5))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(CALENDAR.plusBusinessDays(instant("2089-12-01T12:00"), 5))
                .isEqualTo(instant("2089-12-08T12:00"));
        assertThat(CALENDAR.plusBusinessDays(instant("2026-01-01T00:00"), 100_000))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void wholeDaysAreCountedBetweenAndAddedBack() {
        BusinessDays business = CALENDAR.business();
        Random random = new Random(3);
        int base = (int) LocalDate.of(2026, 1, 1).toEpochDay();
        for (int i = 0; i < 20_000; i++) {
            int from = base + random.nextInt(400);
            int to = base + random.nextInt(400);
            assertThat(business.between(from, to)).isEqualTo(-business.between(to, from));
            int count = random.nextInt(60);
            int day = business.plus(from, count);
            assertThat(business.between(from, day)).isEqualTo(count);
            assertThat(day == from || business.between(from, day - 1) < count).isTrue();
            int working = business.firstWorking(from);
            assertThat(business.isWorking(working)).isTrue();
            assertThat(business.between(from, working)).isZero();
        }
    }

    @Test
    void aWeekWithoutWorkIsRefused() {
        assertThatThrownBy(() -> new BusinessDays(EnumSet.noneOf(DayOfWeek.class), Set.of()))
                .hasMessage("a working week must have at least one day, had none");
    }
}
