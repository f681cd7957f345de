package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;

class SinceTest {
    private final ConcurrentSkipListMap<Integer, HistoryPoint> points =
            new ConcurrentSkipListMap<>();
    private final PeriodPath path =
            new PeriodPath("2026-Q4", day("2026-10-01"), day("2027-01-01"), points);

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private void said(String date) {
        points.put(day(date), new HistoryPoint(day(date), 1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private String since(Since since, String today) {
        HistoryPoint then = since.in(path, day(today));
        return then == null ? null : LocalDate.ofEpochDay(then.asOf()).toString();
    }

    @Test
    void aWeekBeginsOnMonday() {
        said("2026-11-09");
        said("2026-11-16");
        said("2026-11-18");

        assertThat(since(Since.MONDAY, "2026-11-18")).isEqualTo("2026-11-16");
        assertThat(since(Since.MONDAY, "2026-11-16")).isEqualTo("2026-11-16");
        assertThat(since(Since.MONDAY, "2026-11-15")).isEqualTo("2026-11-09");
    }

    @Test
    void whereNothingWasSaidThatDayWhatWasSaidJustBeforeHolds() {
        said("2026-11-13");

        assertThat(since(Since.MONDAY, "2026-11-18")).isEqualTo("2026-11-13");
        assertThat(since(Since.MONDAY, "2026-11-25")).isNull();
    }

    @Test
    void aPeriodBeginsWithItsFirstDay() {
        said("2026-09-30");
        said("2026-10-01");
        said("2026-10-02");

        assertThat(since(Since.PERIOD_START, "2026-11-18")).isEqualTo("2026-10-01");
    }

    @Test
    void beforeAnythingWasSaidThereIsNone() {
        said("2026-11-02");

        assertThat(since(Since.PERIOD_START, "2026-11-18")).isNull();
    }
}
