package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleCalendar;
import io.pipecast.board.SampleValues;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierTest {
    private static SameDay day(long landed, long closed, long open) {
        return new SameDay("2026-Q3", 0, landed, 0, 0, 0, closed, open);
    }

    private static PipelineForecast closedAt(long closed) {
        return Rows.row(
                0,
                0,
                "company",
                SampleCalendar.CALENDAR.fiscal().byId("2026-Q4"),
                PeriodRole.CURRENT,
                SampleCalendar.at(2026, 11, 2),
                1,
                new SampleValues().set(Quantity.CLOSED, closed).toArray());
    }

    @Test
    void pacingIsClosedAgainstTheMeanOfWhatWasClosedThen() {
        Earlier earlier = new Earlier(List.of(day(200, 40, 0), day(300, 60, 0)));

        assertThat(earlier.pacing(closedAt(65))).isEqualTo(1_300_000);
        assertThat(earlier.pacing(closedAt(0))).isZero();
        assertThat(earlier.pacing(closedAt(Quantity.MISSING))).isEqualTo(Quantity.MISSING);
    }

    @Test
    void coverageNeededIsWhatWasOpenAgainstWhatStillClosed() {
        Earlier earlier = new Earlier(List.of(day(200, 40, 500), day(300, 60, 700)));

        assertThat(earlier.coverageNeeded()).isEqualTo(3_000_000);
    }

    @Test
    void withoutEarlierPeriodsNothingIsSaid() {
        Earlier none = new Earlier(List.of());
        Earlier unknown = new Earlier(List.of(day(200, Quantity.MISSING, Quantity.MISSING)));

        assertThat(none.pacing(closedAt(65))).isEqualTo(Quantity.MISSING);
        assertThat(none.coverageNeeded()).isEqualTo(Quantity.MISSING);
        assertThat(unknown.pacing(closedAt(65))).isEqualTo(Quantity.MISSING);
        assertThat(unknown.coverageNeeded()).isEqualTo(Quantity.MISSING);
        assertThat(new Earlier(List.of(day(200, 0, 9))).pacing(closedAt(65)))
                .isEqualTo(Quantity.MISSING);
    }
}
