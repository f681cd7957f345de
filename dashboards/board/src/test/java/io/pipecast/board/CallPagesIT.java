package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page of calls in a real browser. */
class CallPagesIT {
    @TempDir static Path profile;

    private static BrowsedBoard board;
    private static TestBrowser browser;

    @BeforeAll
    static void open() {
        board = BrowsedBoard.of(profile, SampleUsers.access(true, RepLabels.SHOWN));
        browser = board.browser;
    }

    @AfterAll
    static void close() {
        if (board != null) {
            board.close();
        }
    }

    private static void show(SampleUsers who, String path) {
        board.show("/-/healthy");
        browser.driver.manage().deleteAllCookies();
        board.show(path);
        browser.await("#token").sendKeys(who.token, Keys.ENTER);
        browser.await(".call-own .week-figures");
    }

    @Test
    void aManagerSeesWhoHasNotSubmittedAndSubmitsWithoutLosingWhatIsTyped() throws IOException {
        browser.look(1440, "light");
        show(SampleUsers.MANAGER, "/call");
        assertThat(browser.await(".period-line").getText())
                .contains("due Fri, Nov 20, 2026", "1 of 6 have not submitted");
        assertThat(browser.all(".calls tbody tr")).hasSize(6);
        assertThat(browser.all(".calls .due")).hasSize(1);
        browser.picture("call-manager-light");
        browser.driver.findElement(By.name("commit")).sendKeys("1850000");
        browser.driver.findElement(By.name("note")).sendKeys("Granite signs on Friday");
        board.step();
        browser.awaitText(".live", "live");
        browser.driver.findElement(By.name("bestCase")).sendKeys("2100000", Keys.ENTER);
        browser.awaitText(".call-form [role=status]", "Submitted.");
        board.deliver();
        board.step();

        // the earlier call has the same amount as its best case
        browser.awaitText(".call-line", "$1.85M commit");
        assertThat(browser.await(".call-line").getText())
                .contains("$2.10M best case", "Granite signs on Friday", "signed in as MANAGER");
        assertThat(browser.console()).allMatch(line -> line.contains("401"));
    }

    @Test
    void aRepSeesTheOwnCallItsPastAndItsScores() throws IOException {
        browser.look(1440, "dark");
        show(SampleUsers.REP, "/call");

        assertThat(browser.all(".calls")).isEmpty();
        assertThat(browser.await(".call-own").getText())
                .contains("not submitted this week", "Bias");
        assertThat(browser.all(".past .card:first-child .compact tbody tr")).hasSize(7);
        assertThat(browser.all(".past .compact").get(1).getText()).contains("2026-Q3", "2025-Q4");
        browser.picture("call-rep-dark");
        browser.console();
    }

    @Test
    void nothingScrollsSidewaysOnAPhone() throws IOException {
        browser.look(390, "dark");
        show(SampleUsers.LEADER, "/call?node=mgr-1");

        assertThat(browser.sideways()).isZero();
        assertThat(browser.all("input[name=commit]")).isEmpty();
        browser.picture("call-phone");
        browser.console();
    }
}
