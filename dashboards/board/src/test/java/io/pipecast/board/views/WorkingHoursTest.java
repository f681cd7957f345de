package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.board.SampleCalendar;
import io.pipecast.domain.calendar.WorkingHours;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    private static final long HOUR = 3_600_000L;
    private static final long FRIDAY = SampleCalendar.at(2026, 11, 13);
    private static final long MONDAY = SampleCalendar.at(2026, 11, 16);

    private static double hours(long from, long to) {
        return (double) WorkingHours.DEFAULT.between(SampleCalendar.CALENDAR, from, to) / HOUR;
    }

    @Test
    void countsTheHoursOfOneDay() {
        assertThat(hours(MONDAY + 9 * HOUR, MONDAY + 12 * HOUR)).isEqualTo(3);
        assertThat(hours(MONDAY + 5 * HOUR, MONDAY + 23 * HOUR)).isEqualTo(10);
    }

    @Test
    void leavesOutNightsAndWeekends() {
        assertThat(hours(FRIDAY + 17 * HOUR, MONDAY + 9 * HOUR)).isEqualTo(2);
    }

    @Test
    void leavesOutHolidays() {
        long wednesday = SampleCalendar.at(2026, 11, 25);
        long friday = SampleCalendar.at(2026, 11, 27);

        assertThat(hours(wednesday + 12 * HOUR, friday + 12 * HOUR)).isEqualTo(10);
    }

    @Test
    void findsTheInstantSoManyWorkingHoursLater() {
        for (long hours : new long[] {0, 1, 4, 9, 10, 11, 25}) {
            long at =
                    WorkingHours.DEFAULT.plus(
                            SampleCalendar.CALENDAR, FRIDAY + 9 * HOUR, hours * HOUR);
            assertThat(hours(FRIDAY + 9 * HOUR, at)).isEqualTo(hours);
            assertThat(at % (24 * HOUR)).isNotZero();
        }
        assertThat(WorkingHours.DEFAULT.plus(SampleCalendar.CALENDAR, FRIDAY + 17 * HOUR, 2 * HOUR))
                .isEqualTo(MONDAY + 9 * HOUR);
        assertThat(WorkingHours.DEFAULT.plus(SampleCalendar.CALENDAR, FRIDAY + 20 * HOUR, HOUR))
                .isEqualTo(MONDAY + 9 * HOUR);
    }

    @Test
    void nothingPassesBackwards() {
        assertThat(hours(MONDAY + 12 * HOUR, MONDAY + 9 * HOUR)).isZero();
    }

    @Test
    void refusesHoursThatDoNotAscend() {
        assertThatThrownBy(() -> new WorkingHours(18, 8))
                .hasMessage(
                        "working hours must be two ascending hours between 0 and 24, were 18-8");
    }
}
