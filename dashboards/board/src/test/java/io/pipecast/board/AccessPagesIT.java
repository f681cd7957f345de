package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The pages as each role sees them, in a real browser. */
class AccessPagesIT {
    private static final List<String> PAGES =
            List.of("/", "/deals", "/deals/006-0103", "/alerts", "/week");

    @TempDir static Path profile;

    private static TestBrowser browser;
    private static BoardServer board;

    @BeforeAll
    static void open() {
        browser = new TestBrowser(profile);
        board = opened(true);
    }

    private static BoardServer opened(boolean chances) {
        BoardServer server =
                BoardServer.open(
                        SampleBoard.options(0)
                                .seenBy(SampleUsers.access(chances, RepLabels.SHOWN)));
        new SampleBoard().fill(server.sink());
        server.caughtUp();
        return server;
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (board != null) {
            board.close();
        }
    }

    @AfterEach
    void signOut() {
        browser.driver.manage().deleteAllCookies();
    }

    private static void show(BoardServer at, String path) {
        browser.driver.get("http://127.0.0.1:" + at.port() + path);
    }

    private static void signIn(BoardServer at, SampleUsers who, String path) {
        show(at, path);
        browser.await("#token").sendKeys(who.token, Keys.ENTER);
        browser.awaitText("#who b", who.actor());
        browser.await(".card");
    }

    private void tellsNothingOnTheConsoleBut(String known) {
        assertThat(browser.console()).allMatch(line -> line.contains(known));
    }

    @Test
    void whoIsNotSignedInDoesSoAndComesToWhereTheyWantedToGo() throws IOException {
        browser.look(1440, "light");
        show(board, "/deals?outcome=won");
        browser.await("#token").sendKeys("pipecast-guess", Keys.ENTER);
        browser.awaitText(".sign-in-said", "this token is not known here");
        browser.picture("sign-in-light");
        tellsNothingOnTheConsoleBut("401");
        browser.driver.findElement(By.id("token")).sendKeys(SampleUsers.REP.token, Keys.ENTER);
        browser.await(".deals tbody tr");

        assertThat(browser.driver.getCurrentUrl()).endsWith("/deals?outcome=won");
        assertThat(browser.driver.manage().getCookieNamed("pipecast-session").isHttpOnly())
                .isTrue();
        browser.driver.findElement(By.id("sign-out")).click();
        browser.await("#token");
        show(board, "/");
        browser.await("#token");
        browser.console();
    }

    @Test
    void anotherSitesAddressIsNoPlaceToGoAfterSigningIn() {
        show(board, "/sign-in?to=https://evil.example/");
        browser.await("#token").sendKeys(SampleUsers.LEADER.token, Keys.ENTER);
        browser.await(".hero .big");

        assertThat(browser.driver.getCurrentUrl())
                .isEqualTo("http://127.0.0.1:" + board.port() + "/");
    }

    @Test
    void aRepSeesOwnNumbersOwnDealsAndNoModelPage() throws IOException {
        browser.look(1440, "dark");
        signIn(board, SampleUsers.REP, "/");

        assertThat(browser.all(".crumbs li")).hasSize(1);
        assertThat(browser.all(".deals tbody tr")).hasSize(12);
        assertThat(browser.all("nav a[href='/model']")).noneMatch(e -> e.isDisplayed());
        assertThat(browser.all(".switch[aria-label=Tree]")).isEmpty();
        browser.picture("rep-forecast-dark");
        show(board, "/deals/006-4203");
        browser.awaitText("#main", "no deal 006-4203");
        tellsNothingOnTheConsoleBut("40");
    }

    @Test
    void aManagerSeesTheTeam() throws IOException {
        browser.look(1440, "light");
        signIn(board, SampleUsers.MANAGER, "/week");

        assertThat(browser.all(".week-rep")).hasSize(6);
        browser.picture("manager-week-light");
        show(board, "/deals");
        browser.awaitText(".page-head .sub", "72 deals");
        tellsNothingOnTheConsoleBut("401");
    }

    @Test
    void aLeaderSeesTheModelPage() {
        browser.look(1440, "light");
        signIn(board, SampleUsers.LEADER, "/model");
        browser.await(".reliability circle");

        assertThat(browser.await("nav a[href='/model']").isDisplayed()).isTrue();
        tellsNothingOnTheConsoleBut("401");
    }

    @Test
    void aLeaderReadsWhoDidWhat() throws IOException {
        for (String theme : List.of("light", "dark")) {
            browser.look(theme.equals("dark") ? 390 : 1440, theme);
            signIn(board, SampleUsers.LEADER, "/audit");
            browser.awaitText(".audit", "signed in");
            assertThat(browser.sideways()).isZero();
            browser.picture("audit-" + theme);
            signOut();
        }
        browser.console();
    }

    @Test
    void aRepWhoIsShownNoChanceSeesWholePagesWithoutAny() throws IOException {
        browser.look(1440, "light");
        try (BoardServer bare = opened(false)) {
            signIn(bare, SampleUsers.REP, "/");
            browser.picture("rep-no-chances-light");
            for (String page : PAGES) {
                show(bare, page);
                browser.await(".card");
                assertThat(browser.await("#main").getText())
                        .as(page)
                        .doesNotContain(
                                "NaN", "undefined", "null", "P(", "P50", "Chance", "chance");
            }
            tellsNothingOnTheConsoleBut("401");
            show(bare, "/-/healthy");
        }
    }

    @Test
    void nothingScrollsSidewaysOnAPhone() throws IOException {
        browser.look(390, "light");
        show(board, "/sign-in");
        browser.await("#token");
        assertThat(browser.sideways()).isZero();
        browser.picture("sign-in-phone");
        signIn(board, SampleUsers.MANAGER, "/");
        for (String page : PAGES) {
            show(board, page);
            browser.await(".card");
            assertThat(browser.sideways()).as(page).isZero();
        }
        browser.picture("manager-phone");
        browser.console();
    }
}
