package io.pipecast.model.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.PeriodPosition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NewBusinessTest {
    private static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneOffset.UTC),
                    new BusinessDays(EnumSet.allOf(DayOfWeek.class), Set.of()),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2024, 1, 1)));
    private static final AsOf TODAY =
            new AsOf(
                    CALENDAR,
                    CALENDAR.days().startOf((int) LocalDate.of(2025, 5, 12).toEpochDay()));

    /**
     * A creation day brings 100 after two days and 50 after four; ann wins three quarters of it.
     */
    private static NewBusiness business() {
        double[] always = new double[PeriodPosition.COUNT];
        Arrays.fill(always, 1);
        return new NewBusiness(
                new double[] {0, 0, 100, 0, 50},
                new double[] {0, 0, 10_000, 0, 2_500},
                always,
                new TreeMap<>(Map.of("ann", 0.75, "bob", 0.25)));
    }

    @Test
    void bringsNothingBeforeTheFirstLagAndAllOfItAfterTheLast() {
        assertThat(mean("ann", 0, 2)).isZero();
        assertThat(mean("ann", 2, 3)).isEqualTo(75);
        assertThat(mean("ann", 4, 5)).isCloseTo(0.75 * 150, within(1e-9));
        assertThat(mean("ann", 40, 41)).isCloseTo(0.75 * 150, within(1e-9));
    }

    @Test
    void addsUpOverWindowsAndOwners() {
        assertThat(mean("ann", 0, 7) + mean("ann", 7, 30))
                .isCloseTo(mean("ann", 0, 30), within(1e-9));
        double[] ann = business().expected("ann", TODAY, TODAY.day, TODAY.day + 30);
        double[] bob = business().expected("bob", TODAY, TODAY.day, TODAY.day + 30);
        assertThat(ann[0]).isCloseTo(3 * bob[0], within(1e-6));
        assertThat(ann[1]).isCloseTo(3 * bob[1], within(1e-6));
    }

    @Test
    void knowsNothingOfStrangers() {
        assertThat(business().expected("eve", TODAY, TODAY.day, TODAY.day + 30))
                .containsExactly(0, 0);
        assertThat(business().expected(null, TODAY, TODAY.day, TODAY.day + 30))
                .containsExactly(0, 0);
        assertThat(NewBusiness.NONE.expected("ann", TODAY, TODAY.day, TODAY.day + 30))
                .containsExactly(0, 0);
    }

    private static double mean(String owner, int fromAhead, int toAhead) {
        return business().expected(owner, TODAY, TODAY.day + fromAhead, TODAY.day + toAhead)[0];
    }
}
