package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleCalendar;
import io.pipecast.board.SampleValues;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameDayTest {
    private static final Period THIRD = SampleCalendar.CALENDAR.fiscal().byId("2026-Q3");
    private static final Period FOURTH = SampleCalendar.CALENDAR.fiscal().byId("2026-Q4");

    private final Views views = new Views(SampleBoard.settings(), () -> 0, Changes.NONE);

    private static PipelineForecast row(
            Period period, long asOf, long closed, long p50, long commit) {
        long[] values =
                new SampleValues()
                        .set(Quantity.CLOSED, closed)
                        .set(Quantity.MODEL_P50, p50)
                        .set(Quantity.CUMULATIVE_COMMIT, commit)
                        .toArray();
        PeriodRole role =
                asOf < SampleCalendar.CALENDAR.days().startOf(period.endDay())
                        ? PeriodRole.CURRENT
                        : PeriodRole.PAST;
        return Rows.row(0, 0, "company", period, role, asOf, asOf, values);
    }

    private List<SameDay> on(int month, int day) {
        return views.sameDayOf(row(FOURTH, SampleCalendar.at(2026, month, day), 0, 0, 0), 4);
    }

    @Test
    void comparesTheDayWithAsManyBusinessDaysLeft() {
        // 2026-12-21 is a Monday with 8 business days left (Christmas is a holiday);
        // 2026-09-21 is the Monday with 8 business days left of the third quarter
        views.history(row(THIRD, SampleCalendar.at(2026, 9, 18), 10, 70, 60));
        views.history(row(THIRD, SampleCalendar.at(2026, 9, 21), 20, 80, 50));
        views.history(row(THIRD, SampleCalendar.at(2026, 9, 22), 30, 90, 40));
        views.history(row(THIRD, SampleCalendar.at(2026, 10, 1), 100, 100, 100));

        List<SameDay> found = on(12, 21);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).asOf()).isEqualTo(SampleCalendar.at(2026, 9, 21));
        assertThat(found.get(0).landed()).isEqualTo(100);
        assertThat(found.get(0).error(found.get(0).model())).isCloseTo(-0.2, within(1e-9));
        assertThat(found.get(0).error(found.get(0).commit())).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void aPeriodNotSeenToItsEndIsNotJudged() {
        views.history(row(THIRD, SampleCalendar.at(2026, 9, 21), 20, 80, 50));

        assertThat(on(12, 21)).isEmpty();
    }

    @Test
    void aPeriodWithoutAForecastNearThatDayIsNotJudged() {
        views.history(row(THIRD, SampleCalendar.at(2026, 7, 20), 20, 80, 50));
        views.history(row(THIRD, SampleCalendar.at(2026, 10, 1), 100, 100, 100));

        assertThat(on(12, 21)).isEmpty();
    }

    @Test
    void aPeriodAheadIsComparedWithForecastsMadeBeforeItsLikeBegan() {
        Period first = SampleCalendar.CALENDAR.fiscal().byId("2027-Q1");
        views.history(row(THIRD, SampleCalendar.at(2026, 6, 15), 0, 70, 0));
        views.history(row(THIRD, SampleCalendar.at(2026, 10, 1), 100, 100, 100));

        List<SameDay> found =
                views.sameDayOf(row(first, SampleCalendar.at(2026, 12, 14), 0, 0, 0), 4);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).model()).isEqualTo(70);
    }

    @Test
    void anUnknownForecastHasNoError() {
        SameDay day = new SameDay("2026-Q3", 0, 100, 90, Quantity.MISSING, 80, 30, 200);

        assertThat(day.error(day.stageWeighted())).isNaN();
        assertThat(day.error(day.model())).isCloseTo(-0.1, within(1e-9));
    }

    @Test
    void keepsTheLastStatementOfADay() {
        long morning = SampleCalendar.at(2026, 9, 21);
        views.history(row(THIRD, morning + 60_000, 20, 85, 50));
        views.history(row(THIRD, morning, 20, 80, 50));

        PeriodPath path =
                views.history()
                        .path(io.pipecast.domain.organization.Tree.REPORTING, "company", "2026-Q3");

        assertThat(path.points()).hasSize(1);
        assertThat(path.points().firstEntry().getValue().p50()).isEqualTo(85);
    }
}
