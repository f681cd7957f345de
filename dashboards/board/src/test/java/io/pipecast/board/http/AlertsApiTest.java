package io.pipecast.board.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts as the API tells them, and what people do about them. */
class AlertsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + board.port() + path));
    }

    private static JsonNode alerts() throws Exception {
        HttpRequest request = request("/api/alerts").build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    @Test
    void listsWhatWasDeliveredBeforeTheDigestWithTheReasonAndTheNextStep() throws Exception {
        JsonNode alerts = alerts();
        JsonNode first = alerts.path("open").get(0);
        assertThat(alerts.path("delivered").asInt()).isPositive();
        assertThat(first.path("handled").path("delivery").asText()).isEqualTo("DELIVERED");
        assertThat(first.path("handled").path("further")).isNotEmpty();
        assertThat(first.path("nextStep").asText()).isNotBlank();
        assertThat(first.path("why").asText()).contains("due this period");
        JsonNode last = alerts.path("open").get(alerts.path("open").size() - 1);
        assertThat(last.path("handled").path("because").asText()).contains("less pressing");
    }

    @Test
    void refusesWhatIsNoActionAboutAnAlertAndSaysWhy() throws Exception {
        String id = alerts().path("open").get(0).path("id").asText();
        assertThat(posted(id, "application/json", "{\"kind\":\"done\"}"))
                .contains("this board has no Kafka");
        assertThat(posted(id, "text/plain", "{\"kind\":\"done\"}"))
                .contains("content type must be application/json");
        assertThat(posted("none", "application/json", "{}")).contains("no alert none");
    }

    private static String posted(String id, String type, String body) throws Exception {
        HttpRequest request =
                request("/api/alerts/" + URLEncoder.encode(id, UTF_8) + "/actions")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(400, 499);
        return answer.body();
    }
}
