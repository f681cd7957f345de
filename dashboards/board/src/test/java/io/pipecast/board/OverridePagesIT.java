package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A chance set by hand, in a real browser. */
class OverridePagesIT {
    @TempDir static Path profile;

    private static BrowsedBoard board;
    private static TestBrowser browser;

    @BeforeAll
    static void open() {
        board = BrowsedBoard.of(profile, AccessSettings.OPEN);
        browser = board.browser;
    }

    @AfterAll
    static void close() {
        if (board != null) {
            board.close();
        }
    }

    private static DealForecast open(int skipped) {
        return board.sample.deals.stream()
                .filter(deal -> deal.outcome() == Outcome.OPEN)
                .skip(skipped)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChanceIsSetAndSeenWhereTheDealIsAndTakenBack() throws IOException {
        DealForecast deal = open(2);
        browser.look(1440, "light");
        board.show("/deals/" + deal.opportunityId());
        browser.awaitText(".by-hand", "None is set for this period.");
        browser.driver.findElement(By.name("chance")).sendKeys("85");
        board.step();
        browser.driver
                .findElement(By.name("note"))
                .sendKeys("Their legal department has signed", Keys.ENTER);
        browser.awaitText(".by-hand [role=status]", "Set.");
        board.deliver();

        browser.awaitText(".by-hand .call-line", "85%");
        assertThat(browser.await(".by-hand").getText()).contains("The model said");
        browser.picture("deal-by-hand-light");
        browser.look(390, "dark");
        board.show("/deals/" + deal.opportunityId());
        browser.awaitText(".by-hand .call-line", "85%");
        assertThat(browser.sideways()).isZero();
        browser.picture("deal-by-hand-phone");

        browser.look(1440, "light");
        board.show("/deals?q=" + deal.name().replace(" ", "%20"));
        browser.awaitText("td .by-hand", "85% by hand");
        board.show("/");
        browser.awaitText(".hand-line", "1 chance set by hand");
        browser.picture("forecast-by-hand-light");

        board.show("/deals/" + deal.opportunityId());
        browser.await("[data-key=take-back]").click();
        browser.awaitText(".by-hand [role=status]", "Taken back.");
        board.deliver();
        browser.awaitText(".by-hand", "None is set for this period.");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatCannotBeAChanceIsSaid() {
        board.show("/deals/" + open(5).opportunityId());
        browser.await(".by-hand input[name=chance]").sendKeys("50");
        browser.driver.executeScript("document.querySelector('.by-hand form').noValidate = true");
        browser.driver.findElement(By.name("chance")).sendKeys("00", Keys.ENTER);

        browser.awaitText(".by-hand [role=status]", "chance must be between 0 and 1");
    }
}
