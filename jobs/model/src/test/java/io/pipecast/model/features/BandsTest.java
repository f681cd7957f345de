package io.pipecast.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneOffset.UTC),
                    new BusinessDays(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            Set.of(LocalDate.of(2025, 6, 27))),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2025, 1, 1)));

    @Test
    void classesDaysByWorkingDaysLeftInThePeriod() {
        assertThat(position("2025-06-30")).isZero();
        assertThat(position("2025-06-26")).isEqualTo(1);
        assertThat(position("2025-06-25")).isEqualTo(2);
        assertThat(position("2025-04-01")).isEqualTo(PeriodPosition.WORKING - 1);
        assertThat(position("2025-07-01")).as("a new period").isEqualTo(PeriodPosition.WORKING - 1);
    }

    @Test
    void daysOffHaveClassesOfTheirOwnByTheWorkingDaysAfterThem() {
        int off = PeriodPosition.WORKING;
        assertThat(position("2025-06-28")).as("a Saturday").isEqualTo(off);
        assertThat(position("2025-06-27")).as("a holiday").isEqualTo(off);
        assertThat(position("2025-06-22")).as("4 days left").isEqualTo(off + 2);
        assertThat(position("2025-04-05")).isEqualTo(PeriodPosition.COUNT - 1);
        assertThat(position("2025-08-31")).as("22 days left").isEqualTo(off + 5);
        assertThat(position("2026-01-31")).as("41 days left").isEqualTo(off + 6);
    }

    @Test
    void givesTheSameClassesDayByDayAndAsATable() {
        int first = (int) LocalDate.of(2025, 1, 1).toEpochDay();
        byte[] table = PeriodPosition.table(CALENDAR, first, 400);
        for (int i = 0; i < table.length; i++) {
            assertThat((int) table[i]).isEqualTo(PeriodPosition.of(CALENDAR, first + i));
        }
    }

    @Test
    void betweenTheMiddlesOfBandsTimesGoSteadilyFromOneToTheNext() {
        double before = Double.NaN;
        for (double days = 0; days < 200; days += 0.01) {
            int band = TimeInStage.bandOf(days);
            int beside = TimeInStage.beside(band, days);
            double share = TimeInStage.shareBeside(band, days);
            double place = band + share * (beside - band);
            assertThat(share).isBetween(0.0, 1.0);
            assertThat(Math.abs(beside - band)).isLessThanOrEqualTo(1);
            if (days > 0) {
                assertThat(place - before).as("at %s days", days).isBetween(-1e-9, 0.021);
            }
            before = place;
        }
        for (int band : new int[] {TimeInStage.JUST_ENTERED, TimeInStage.UNKNOWN}) {
            assertThat(TimeInStage.beside(band, 3)).isEqualTo(band);
            assertThat(TimeInStage.shareBeside(band, 3)).isZero();
        }
    }

    @Test
    void countsBusinessDaysInTheStage() {
        long mondayMidnight = instant("2025-06-09T00:00");
        assertThat(band("2025-06-06T12:00", mondayMidnight))
                .as("half a day, and a weekend")
                .isEqualTo(TimeInStage.bandOf(0.5));
        assertThat(band("2025-06-05T00:00", mondayMidnight)).isEqualTo(TimeInStage.bandOf(2));
        assertThat(band("2025-06-09T00:00", mondayMidnight)).isEqualTo(TimeInStage.JUST_ENTERED);
        assertThat(TimeInStage.bandOf(0)).isNotEqualTo(TimeInStage.JUST_ENTERED);
        assertThat(TimeInStage.bandOf(1e6)).isEqualTo(TimeInStage.UNKNOWN - 1);
    }

    @Test
    void hasNoClockForAnUnknownEntry() {
        DealView deal = new DealView();
        int day = (int) LocalDate.of(2025, 6, 9).toEpochDay();
        assertThat(TimeInStage.band(deal, CALENDAR, instant("2025-06-09T00:00"), day))
                .isEqualTo(TimeInStage.UNKNOWN);
    }

    @Test
    void bandsDaysAheadFromToday() {
        assertThat(DaysAhead.band(0)).isZero();
        assertThat(DaysAhead.band(14))
                .isEqualTo(DaysAhead.band(20))
                .isNotEqualTo(DaysAhead.band(13));
        assertThat(DaysAhead.band(DaysAhead.LIMIT - 1)).isEqualTo(DaysAhead.COUNT - 1);
    }

    @Test
    void levelsStayWithinTheirNumber() {
        DealView deal = new DealView();
        long at = instant("2025-06-09T00:00");
        for (int n = 0; n < 50; n++) {
            deal.buyerActivities = n;
            deal.reentries = n;
            deal.lastBuyerAt = n == 0 ? DealView.UNKNOWN : at - n * 86_400_000L;
            for (DealFactor factor : DealFactor.values()) {
                assertThat(factor.level(deal, CALENDAR, at)).isBetween(0, DealFactor.LEVELS - 1);
            }
        }
    }

    private static int position(String day) {
        return PeriodPosition.of(CALENDAR, (int) LocalDate.parse(day).toEpochDay());
    }

    private static int band(String entered, long at) {
        DealView deal = new DealView();
        deal.stageEnteredAt = instant(entered);
        return TimeInStage.band(deal, CALENDAR, at, CALENDAR.days().dayOf(at));
    }

    private static long instant(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
