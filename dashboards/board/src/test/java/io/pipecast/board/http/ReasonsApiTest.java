package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What moved a forecast and what a deal's chance is made of, as the board answers it. */
class ReasonsApiTest {
    private static final String DATE =
            "since must be monday, yesterday, start or a date such as 2026-11-16, was ";

    private static BoardServer board;

    @BeforeAll
    static void open() {
        board = BoardServer.open(SampleBoard.options(0));
        new SampleBoard().fill(board.sink());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + board.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private static void refused(String path, int status, String message) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
        assertThat(json(path).path("error").asText()).isEqualTo(message);
    }

    @Test
    void whatMovedSumsFromMondayToNowToTheCent() throws Exception {
        JsonNode bridge = json("/api/bridge");

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
                .isEqualTo(json("/api/bridge?since=2026-11-16").path("from").path("asOf").asText());
        assertThat(bridge.path("meanToMedian").asLong()).isNegative();
    }

    @Test
    void whatMovedBetweenTwoPastMidnightsHasNoToday() throws Exception {
        JsonNode bridge = json("/api/bridge?node=rep-05&since=start&until=2026-11-01");

        assertThat(bridge.path("today").isNull()).isTrue();
        assertThat(bridge.path("to").path("settled").asBoolean()).isTrue();
        assertThat(json("/api/bridge?since=start").path("unexplained").asLong()).isZero();
        refused("/api/bridge?since=soon", 400, DATE + "soon");
        refused("/api/bridge?until=2026-01-01", 400, "until must not be before since");
    }
}
