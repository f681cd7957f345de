package io.pipecast.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.AccessSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why chances are what they are, in a real browser. */
class ReasonPagesIT {
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

    @AfterEach
    void saysNothingOnTheConsole() {
        assertThat(browser.console()).isEmpty();
    }

    private static void show(String path) {
        browser.look(1440, "light");
        board.show(path);
    }

    @Test
    void aDealSaysWhyItsChanceIsWhatItIs() {
        show("/deals/006-0503");
        assertThat(browser.await(".why").getText())
                .contains(
                        "Speaks against it",
                        "no buyer reply for 12 days; won deals at this stage: 3",
                        "51% a week ago");
        assertThat(browser.all(".why .reasons .tug i.against")).hasSize(3);
        assertThat(browser.all(".why .reasons .tug i.for")).hasSize(3);
    }

    @Test
    void aDealOfAModelThatDoesNotSayIsNotExplained() {
        show("/deals/006-0501");
        assertThat(browser.await(".why .note").getText()).startsWith("The model that made this");
        assertThat(browser.all(".why .reasons")).isEmpty();
    }

    @Test
    void theModelPageSaysHowFarDealsHaveMoved() {
        show("/model");
        assertThat(browser.await(".drifts").getText())
                .startsWith("pushes far off 0.31")
                .contains("age as learned 0.04")
                .doesNotContain("plans");
    }
}
