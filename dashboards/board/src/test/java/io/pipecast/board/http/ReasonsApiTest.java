package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What moved a forecast and what a deal's chance is made of, as the board answers it. */
class ReasonsApiTest {
    private static final String DATE =
            "since must be monday, yesterday, start or a date such as 2026-11-16, was ";

    private static SampleApi board;

    @BeforeAll
    static void open() {
        board = new SampleApi();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void whatMovedSumsFromMondayToNowToTheCent() throws Exception {
        JsonNode bridge = board.json("/api/bridge");

        assertThat(bridge.path("parts").findValuesAsText("key"))
                .startsWith("bridge_won", "bridge_lost")
                .hasSize(10);
        assertThat(bridge.path("unexplained").asLong()).isZero();
        long sum = bridge.path("from").path("mean").asLong() + bridge.path("today").asLong();
        for (JsonNode part : bridge.path("parts")) {
            sum += part.path("moved").asLong();
        }
        assertThat(sum).isEqualTo(bridge.path("to").path("mean").asLong());
        assertThat(bridge.path("from").path("asOf").asText())
                .isEqualTo(
                        board.json("/api/bridge?since=2026-11-16")
                                .path("from")
                                .path("asOf")
                                .asText());
        assertThat(bridge.path("meanToMedian").asLong()).isNegative();
    }

    @Test
    void whatMovedBetweenTwoPastMidnightsHasNoToday() throws Exception {
        JsonNode bridge = board.json("/api/bridge?node=rep-05&since=start&until=2026-11-01");

        assertThat(bridge.path("today").isNull()).isTrue();
        assertThat(bridge.path("to").path("settled").asBoolean()).isTrue();
        assertThat(board.json("/api/bridge?since=start").path("unexplained").asLong()).isZero();
        board.refused("/api/bridge?since=soon", 400, DATE + "soon");
        board.refused("/api/bridge?until=2026-01-01", 400, "until must not be before since");
    }
}
