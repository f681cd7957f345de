package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages over the sample company in a real browser. */
class BoardPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir static Path profile;

    private static SampleBoard sample;
    private static BoardServer board;
    private static TestBrowser window;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        window = new TestBrowser(profile);
        browser = window.driver;
        sample = new SampleBoard();
        board = BoardServer.open(SampleBoard.options(0));
        sample.fill(board.sink());
        board.caughtUp();
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
        }
        if (board != null) {
            board.close();
        }
    }

    @AfterEach
    void saysNothingOnTheConsole() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    private static void show(String path, int width, String theme) {
        window.look(width, theme);
        browser.get("http://127.0.0.1:" + board.port() + path);
        await(".card");
    }

    private static WebElement await(String css) {
        return window.await(css);
    }

    private static void awaitText(String css, String text) {
        window.awaitText(css, text);
    }

    private static String background() {
        return browser.findElement(By.tagName("body")).getCssValue("background-color");
    }

    private static List<WebElement> all(String css) {
        return window.all(css);
    }

    @Test
    void theModelPageShowsWhatForecastsHowRightAndWhatWasRefused() {
        show("/model", 1440, "dark");
        await(".reliability circle");
        assertThat(await(".published .reason").getText()).contains("stages must be");
        assertThat(await(".verdict").getText()).contains("Within 30 days").contains("expected");
        String before = await(".scores tbody td").getText();
        browser.findElement(By.cssSelector("[data-key='measure-nextPeriod']")).click();
        await("[data-key='measure-nextPeriod'][aria-pressed='true']");
        assertThat(await(".verdict").getText()).contains("Next period");
        assertThat(before).isEqualTo("2,400");
    }

    @Test
    void theHomePageSaysWhereTheQuarterLands() {
        show("/", 1440, "light");

        assertThat(await(".hero .big").getText()).matches("\\$\\d+\\.\\d+M");
        assertThat(await(".reach").getText()).contains("%").contains("chance of quota");
        assertThat(await(".answers").getText())
                .contains("Stage-weighted", "Reps’ commit", "Mean miss");
        assertThat(await("svg.band").getDomAttribute("aria-label")).contains("P10", "quota");
        assertThat(await(".chart canvas").getSize().height).isGreaterThan(100);
        assertThat(all("table.rows tbody tr")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aQuietFeedIsSaidLoudly() {
        show("/", 1440, "light");

        assertThat(await(".notice.warn").getText()).startsWith("Feed crm-emea: no event for 1 day");
    }

    @Test
    void oneWalksFromTheCompanyToADeal() {
        show("/", 1440, "light");
        browser.findElement(By.linkText("Dana Fischer")).click();
        awaitText(".crumbs", "Dana Fischer");
        browser.get("http://127.0.0.1:" + board.port() + "/?node=rep-05");
        await(".deals tbody tr a").click();
        await(".horizons");

        assertThat(browser.getCurrentUrl()).contains("/deals/006-05");
        assertThat(await(".timeline").getText()).contains("Created");
    }

    @Test
    void aMoveIsSeenWithoutReloading() {
        show("/", 1440, "light");
        await(".ticker li");
        browser.executeScript("window.stillHere = true");

        sample.step(board.sink());

        awaitText(".ticker li:first-child time", "now");
        assertThat(browser.executeScript("return window.stillHere")).isEqualTo(true);
    }

    @Test
    void whatMovedTheLandingIsAWaterfallWithDefinitions() {
        show("/", 1440, "light");
        String monday = await(".bridge caption").getText();
        assertThat(await(".bridge").getText()).contains("Wins", "Time passing", "Today so far");
        assertThat(all(".bridge svg.fall rect")).hasSizeGreaterThan(8);
        assertThat(await(".bridge tr .defined").getAttribute("data-tip"))
                .startsWith("Expected landing: mean of the landing");

        browser.findElement(By.cssSelector("[data-key=since-start]")).sendKeys(Keys.ENTER);

        await("[data-key=since-start][aria-pressed=true]");
        assertThat(await(".bridge caption").getText()).isNotEqualTo(monday);
        browser.findElement(By.cssSelector("[data-key=deals-bridge_won]")).sendKeys(Keys.ENTER);
        assertThat(await(".behind").getText()).startsWith("Only deals behind “Wins”");
        assertThat(all("table tbody tr")).isNotEmpty();
    }

    @Test
    void followsTheSystemsThemeAndTheToggle() {
        show("/", 1440, "dark");
        String dark = background();
        browser.findElement(By.id("theme")).click();
        String toggled = background();
        browser.executeScript("localStorage.clear()");
        show("/", 1440, "light");

        assertThat(toggled).isNotEqualTo(dark).isEqualTo(background());
    }

    @Test
    void nothingScrollsSidewaysOnAPhone() {
        for (String path :
                List.of(
                        "/",
                        "/?node=rep-05",
                        "/deals",
                        "/deals/006-0503",
                        "/alerts",
                        "/week",
                        "/model")) {
            show(path, 390, "light");
            assertThat(window.sideways()).as(path).isZero();
        }
    }

    @Test
    void dealsAreFilteredAndSorted() {
        show("/deals", 1440, "light");
        await(".deals");
        browser.findElement(By.cssSelector("input[type=search]")).sendKeys("Kestrel");
        new WebDriverWait(browser, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(
                        b ->
                                all(".deals tbody th").stream()
                                        .allMatch(row -> row.getText().contains("Kestrel")));
        browser.findElement(By.cssSelector("[data-key=sort-closeDate]")).sendKeys(Keys.ENTER);
        await("th[aria-sort=ascending]");
        new Select(browser.findElement(By.cssSelector("select[data-key=outcome]")))
                .selectByValue("won");
        awaitText(".deals", "Closed Won");

        assertThat(browser.getCurrentUrl()).contains("q=Kestrel", "sort=closeDate", "outcome=won");
    }

    @Test
    void anAlertShowsItsEvidenceAndWhereTheThresholdComesFrom() {
        show("/alerts", 1440, "light");

        assertThat(await(".alert.s3 .evidence").getText()).contains("business days");
        assertThat(await(".alert.s3 .source").getText())
                .isEqualTo("threshold learned from won deals");
        assertThat(all(".alert.s3")).isNotEmpty();
    }

    @Test
    void theInboxBeginsWithWhatWaitsAndHasTheDigestBehindASwitch() {
        show("/alerts", 1440, "light");
        await("[data-key=waiting][aria-pressed=true]");
        assertThat(await(".alert h3").getText()).isEqualTo("company");
        await("[data-key=digest]").click();
        await("[data-key=digest][aria-pressed=true]");
        awaitText("#main", "less pressing");
        assertThat(browser.getCurrentUrl()).contains("show=digest");
        assertThat(await("[data-key=csv]").getDomAttribute("href")).contains("show=digest");
    }

    @Test
    void aTeamsTroubleStandsAboveItsForecast() {
        show("/?node=mgr-1", 1440, "light");
        assertThat(await(".trouble").getText()).contains("Coverage low", "58 of mgr-1");
    }

    @Test
    void theModelPageSaysWhetherAlertsWereRight() {
        show("/model", 1440, "light");
        assertThat(await(".alert-quality").getText()).contains("Odds ratio", "Gone quiet", "All");
    }

    @Test
    void aManagerSeesEachRepsWeekAndChoosesAnotherTeam() {
        show("/week", 1440, "light");
        assertThat(await(".week-rep").getText())
                .contains("Lands at", "Committed, but less likely than not", "Due this period");
        String before = await(".week-rep h2").getText();
        Select teams = new Select(await("[data-key='node']"));
        teams.selectByIndex(teams.getOptions().size() - 1);
        new WebDriverWait(browser, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(driver -> !await(".week-rep h2").getText().equals(before));
        assertThat(browser.getCurrentUrl()).contains("node=").contains("days=7");
    }

    @Test
    void anUnknownNodeIsNamed() {
        browser.get("http://127.0.0.1:" + board.port() + "/?node=nobody");
        awaitText("#main", "no node nobody in the reporting tree");

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aDefinitionIsShownOnKeyboardFocus() {
        show("/", 1440, "light");
        browser.executeScript("document.querySelector('.tile .defined').focus()");

        assertThat(await("#tip").getText()).startsWith("Quota: quota of the node in force now");
    }

    @Test
    void whatTheSourceDoesNotCarryIsSaidAndNeverZero() {
        try (BoardServer bare = BoardServer.open(SampleBoard.options(0))) {
            bare.sink().pipeline(Rows.bare(SampleCalendar.CALENDAR.fiscal().byId("2026-Q4")));
            browser.get("http://127.0.0.1:" + bare.port() + "/");

            assertThat(await(".tiles .tile").getText()).contains("not in the source");
            assertThat(await("tr.commit").getText()).contains("not in the source");
            assertThat(await(".notice").getText()).startsWith("Before any model");
            assertThat(await("#main").getText()).doesNotContain("NaN", "undefined", "null");
            assertThat(await(".card.tiles").getText()).doesNotContain("$0");
            browser.get("about:blank");
        }
    }

    @Test
    void aPageThatDoesNotExistLeadsBack() {
        browser.get("http://127.0.0.1:" + board.port() + "/quarterly");

        assertThat(await("#main").getText()).contains("There is no page /quarterly");
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).hasSize(1);
    }
}
