package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.control.ControlSender;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
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

/** A chance set by hand, in a real browser. */
class OverridePagesIT {
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
                        SampleBoard.options(0),
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

    private static void show(String path) {
        browser.driver.get("http://127.0.0.1:" + board.port() + path);
    }

    private static void deliver() {
        int last = BROKER.history().size() - 1;
        byte[] sent = BROKER.history().get(last).value();
        InputDecoder decoder = new InputDecoder(SampleBoard.settings());
        board.steering()
                .accept(
                        decoder.decode(sent, "pipecast.control-0", last, SampleBoard.NOW),
                        "pipecast.control-0@" + last,
                        SampleBoard.NOW);
    }

    private static DealForecast open(int skipped) {
        return SAMPLE.deals.stream()
                .filter(deal -> deal.outcome() == Outcome.OPEN)
                .skip(skipped)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChanceIsSetAndSeenWhereTheDealIsAndTakenBack() throws IOException {
        DealForecast deal = open(2);
        browser.look(1440, "light");
        show("/deals/" + deal.opportunityId());
        browser.awaitText(".by-hand", "None is set for this period.");
        browser.driver.findElement(By.name("chance")).sendKeys("85");
        SAMPLE.step(board.sink());
        browser.driver
                .findElement(By.name("note"))
                .sendKeys("Their legal department has signed", Keys.ENTER);
        browser.awaitText(".by-hand [role=status]", "Set.");
        deliver();

        browser.awaitText(".by-hand .call-line", "85%");
        assertThat(browser.await(".by-hand").getText()).contains("The model said");
        browser.picture("deal-by-hand-light");
        browser.look(390, "dark");
        show("/deals/" + deal.opportunityId());
        browser.awaitText(".by-hand .call-line", "85%");
        assertThat(browser.sideways()).isZero();
        browser.picture("deal-by-hand-phone");

        browser.look(1440, "light");
        show("/deals?q=" + deal.name().replace(" ", "%20"));
        browser.awaitText("td .by-hand", "85% by hand");
        show("/");
        browser.awaitText(".hand-line", "1 chance set by hand");
        browser.picture("forecast-by-hand-light");

        show("/deals/" + deal.opportunityId());
        browser.await("[data-key=take-back]").click();
        browser.awaitText(".by-hand [role=status]", "Taken back.");
        deliver();
        browser.awaitText(".by-hand", "None is set for this period.");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatCannotBeAChanceIsSaid() {
        show("/deals/" + open(5).opportunityId());
        browser.await(".by-hand input[name=chance]").sendKeys("50");
        browser.driver.executeScript("document.querySelector('.by-hand form').noValidate = true");
        browser.driver.findElement(By.name("chance")).sendKeys("00", Keys.ENTER);

        browser.awaitText(".by-hand [role=status]", "chance must be between 0 and 1");
    }
}
