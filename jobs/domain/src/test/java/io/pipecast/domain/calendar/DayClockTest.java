package io.pipecast.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayClockTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/Los_Angeles",
                "Asia/Kolkata",
                "Pacific/Kiritimati",
                "Pacific/Apia",
                "America/Sao_Paulo",
                "Australia/Lord_Howe"
            })
    void theTablesSayWhatTheZoneRulesSay(String zone) {
        ZoneId id = ZoneId.of(zone);
        DayClock clock = new DayClock(id);
        Random random = new Random(7);
        long first = clock.startOf(DayClock.FIRST_DAY);
        long last = clock.startOf(DayClock.LAST_DAY);
        for (int i = 0; i < 20_000; i++) {
            long instant = random.nextLong(first, last);
            LocalDate day = Instant.ofEpochMilli(instant).atZone(id).toLocalDate();
            assertThat(clock.dayOf(instant)).isEqualTo((int) day.toEpochDay());
            long midnight = day.atStartOfDay(id).toInstant().toEpochMilli();
            assertThat(clock.startOf((int) day.toEpochDay())).isEqualTo(midnight);
            assertThat(clock.midnightAfter(instant)).isGreaterThan(instant);
            assertThat(clock.fractionOf(instant, clock.dayOf(instant))).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aDayIsTwentyThreeOrTwentyFiveHoursLongWhenTheClocksChange() {
        DayClock clock = new DayClock(ZoneId.of("Europe/Berlin"));
        int spring = (int) LocalDate.of(2026, 3, 29).toEpochDay();
        int autumn = (int) LocalDate.of(2026, 10, 25).toEpochDay();
        assertThat(clock.startOf(spring + 1) - clock.startOf(spring)).isEqualTo(23 * 3_600_000L);
        assertThat(clock.startOf(autumn + 1) - clock.startOf(autumn)).isEqualTo(25 * 3_600_000L);
        long lastMoment = clock.startOf(autumn + 1) - 1;
        assertThat(clock.dayOf(lastMoment)).isEqualTo(autumn);
        assertThat(clock.midnightAfter(lastMoment)).isEqualTo(lastMoment + 1);
    }

    @Test
    void aDayWithoutMidnightBeginsWhenItsClockDoes() {
        ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
        DayClock clock = new DayClock(saoPaulo);
        // summer time began at midnight: the day's first instant was one o'clock
        int day = (int) LocalDate.of(2018, 11, 4).toEpochDay();
        assertThat(Instant.ofEpochMilli(clock.startOf(day)).atZone(saoPaulo).getHour())
                .isEqualTo(1);
        assertThat(clock.dayOf(clock.startOf(day) - 1)).isEqualTo(day - 1);
    }

    @Test
    void anInstantOutsideTheTablesIsNamed() {
        DayClock clock = new DayClock(ZoneId.of("UTC"));
        long tooLate = clock.startOf(DayClock.LAST_DAY) + 86_400_000L;
        assertThat(clock.covers(tooLate - 1)).isTrue();
        assertThat(clock.covers(tooLate)).isFalse();
        assertThatThrownBy(() -> clock.dayOf(tooLate))
                .hasMessage("an instant must lie between 1990 and 2089, was " + tooLate + " ms");
        assertThatThrownBy(() -> clock.dayOf(Long.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
