package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.control.ControlSender;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.codec.settings.PipecastConfig;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page of calls in a real browser. */
class CallPagesIT {
    @TempDir static Path profile;

    private static final SampleBoard SAMPLE = new SampleBoard();
    private static final MockProducer<byte[], byte[]> BROKER =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    private static TestBrowser browser;
    private static BoardServer board;

    @BeforeAll
    static void open() {
        browser = new TestBrowser(profile);
        board =
                BoardServer.open(
                        SampleBoard.options(0).seenBy(SampleUsers.access(true, RepLabels.SHOWN)),
                        ControlSender.over(PipecastConfig.defaults().kafka(), BROKER));
        SAMPLE.fill(board.sink());
        SAMPLE.fill(board.steering());
        board.caughtUp();
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

    private static void show(SampleUsers who, String path) {
        browser.driver.get("http://127.0.0.1:" + board.port() + "/-/healthy");
        browser.driver.manage().deleteAllCookies();
        browser.driver.get("http://127.0.0.1:" + board.port() + path);
        browser.await("#token").sendKeys(who.token, Keys.ENTER);
        browser.await(".call-own .week-figures");
    }

    /** What the board has sent, as Kafka and the job would bring it back. */
    private static void deliver() {
        byte[] sent = BROKER.history().get(BROKER.history().size() - 1).value();
        InputDecoder decoder = new InputDecoder(SampleBoard.settings());
        board.steering()
                .accept(
                        decoder.decode(sent, "pipecast.control-0", 1, SampleBoard.NOW),
                        "pipecast.control-0@" + BROKER.history().size(),
                        SampleBoard.NOW);
        SAMPLE.step(board.sink());
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
        SAMPLE.step(board.sink());
        browser.awaitText(".live", "live");
        browser.driver.findElement(By.name("bestCase")).sendKeys("2100000", Keys.ENTER);
        browser.awaitText(".call-form [role=status]", "Submitted.");
        deliver();

        browser.awaitText(".call-line", "$1.85M");
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
