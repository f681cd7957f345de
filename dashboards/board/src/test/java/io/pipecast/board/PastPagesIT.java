package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What was closed as published then and as known now, in a real browser. */
class PastPagesIT {
    private static final long DEAL = 5_000_000;
    private static final long WHOLE = 30_000_000;
    private static final DayClock DAYS = SampleCalendar.CALENDAR.days();
    private static final Period QUARTER =
            SampleCalendar.CALENDAR.fiscal().at(DAYS.dayOf(SampleBoard.NOW));

    @TempDir static Path profile;

    private static BrowsedBoard board;
    private static TestBrowser browser;

    @BeforeAll
    static void open() {
        board = BrowsedBoard.empty(profile);
        browser = board.browser;
        Period before = SampleCalendar.CALENDAR.fiscal().at(QUARTER.startDay() - 1);
        for (int day = before.startDay() + 1; day <= before.endDay(); day++) {
            board.server.sink().history(said(before, day, (day - before.startDay()) / 12));
        }
        for (int day = QUARTER.startDay() + 1; day <= DAYS.dayOf(SampleBoard.NOW); day++) {
            board.server.sink().history(said(QUARTER, day, day > QUARTER.startDay() + 20 ? 1 : 0));
        }
        board.server.sink().deal(won("on time", QUARTER.startDay() + 20));
        board.server.sink().deal(won("told late", QUARTER.startDay() + 10));
        board.server.sink().pipeline(row(QUARTER, SampleBoard.NOW, 2));
        board.server.caughtUp();
    }

    private static DealForecast won(String id, int day) {
        return Rows.ended(id, 1, Outcome.WON, DAYS.startOf(day));
    }

    private static PipelineForecast said(Period period, int day, int deals) {
        return row(period, DAYS.startOf(day), deals);
    }

    private static PipelineForecast row(Period period, long asOf, int deals) {
        long[] values =
                new SampleValues()
                        .set(Quantity.CLOSED, deals * DEAL)
                        .set(Quantity.MODEL_P10, WHOLE - DEAL)
                        .set(Quantity.MODEL_P50, WHOLE)
                        .set(Quantity.MODEL_P90, WHOLE + DEAL)
                        .toArray();
        return Rows.row(1, 1, "company", period, PeriodRole.CURRENT, asOf, asOf, values);
    }

    @AfterAll
    static void close() {
        if (board != null) {
            board.close();
        }
    }

    @Test
    void whatCameLateCountsWhereItBelongsOnceItIsAskedFor() throws IOException {
        browser.look(1440, "light");
        board.show("/");
        browser.await("[data-key=past-false][aria-pressed=true]");
        assertThat(browser.all(".past-line")).allMatch(line -> line.getText().isEmpty());

        browser.driver.findElement(By.cssSelector("[data-key=past-true]")).click();

        browser.awaitText(".past-line", "+$50.0K of what had closed");
        assertThat(browser.driver.getCurrentUrl()).endsWith("past=known");
        browser.picture("past-known-light");
        browser.look(390, "dark");
        board.show("/?past=known");
        browser.awaitText(".past-line", "+$50.0K of what had closed");
        assertThat(browser.sideways()).isZero();
        browser.picture("past-known-phone");
        assertThat(browser.console()).isEmpty();
    }
}
