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
import java.util.ArrayList;
import java.util.List;
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

    private static String text(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private static JsonNode alerts(String query) throws Exception {
        return JSON.readTree(text("/api/alerts" + query));
    }

    private static List<JsonNode> open(String query, String subject) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row : alerts(query).path("open")) {
            if (row.path("subject").asText().equals(subject)) {
                found.add(row);
            }
        }
        return found;
    }

    @Test
    void asksFirstForWhatWasDeliveredAndWaitsForSomebody() throws Exception {
        List<JsonNode> deals = open("", "deal");
        assertThat(deals).isNotEmpty();
        assertThat(deals).allMatch(row -> row.path("box").asText().equals("waiting"));
        JsonNode first = deals.get(0);
        assertThat(first.path("handled").path("delivery").asText()).isEqualTo("DELIVERED");
        assertThat(first.path("handled").path("further")).isNotEmpty();
        assertThat(first.path("nextStep").asText()).isNotBlank();
        assertThat(first.path("why").asText()).contains("due this period");
    }

    @Test
    void hasTheRestInTheDigestAndCountsEachBox() throws Exception {
        JsonNode digest = alerts("?show=digest");
        assertThat(digest.path("open"))
                .isNotEmpty()
                .allMatch(
                        row ->
                                row.path("handled")
                                        .path("because")
                                        .asText()
                                        .contains("less pressing"));
        JsonNode boxes = digest.path("boxes");
        assertThat(boxes.path("digest").asInt()).isEqualTo(digest.path("total").asInt());
        assertThat(alerts("?show=all").path("total").asInt())
                .isEqualTo(boxes.path("digest").asInt() + boxes.path("waiting").asInt());
        assertThat(text("/api/alerts?show=carried")).contains("show must be waiting, handled");
    }

    @Test
    void aDealIsOneRowThatSaysWhatElseIsTheMatter() throws Exception {
        JsonNode all = alerts("?show=all&limit=2000");
        assertThat(all.path("open").findValuesAsText("opportunityId")).doesNotHaveDuplicates();
    }

    @Test
    void teamsComeFirstAndWhatIsAboutTheNodeItselfIsSaidApart() throws Exception {
        JsonNode company = alerts("");
        assertThat(company.path("open").get(0).path("subject").asText()).isEqualTo("team");
        assertThat(company.path("ofNode").findValuesAsText("place")).containsExactly("company");
        assertThat(open("?node=vp-1", "team"))
                .extracting(row -> row.path("place").asText())
                .containsExactly("mgr-1");
        assertThat(alerts("?node=mgr-1").path("ofNode").findValuesAsText("rule"))
                .containsExactly("COVERAGE_LOW");
        assertThat(open("?tree=territory&node=emea", "team"))
                .extracting(row -> row.path("place").asText())
                .containsExactly("emea");
        assertThat(open("?node=mgr-5", "team")).isEmpty();
    }

    @Test
    void saysHowGoodAlertsHaveBeen() throws Exception {
        JsonNode quality = JSON.readTree(text("/api/alert-quality"));
        assertThat(quality.path("to").asLong()).isGreaterThan(quality.path("from").asLong());
        assertThat(quality.path("rules"))
                .last()
                .satisfies(all -> assertThat(all.path("rule").asText()).isEqualTo("all"));
    }

    @Test
    void theSameAsCsv() throws Exception {
        List<String> lines = text("/api/alerts.csv?show=digest").lines().toList();
        assertThat(lines.get(0)).startsWith("alert,about,id,name,rule,severity");
        assertThat(lines).hasSize(1 + alerts("?show=digest").path("total").asInt());
        assertThat(lines.get(1)).contains("less pressing", "business days");
        assertThat(text("/api/alerts.csv?show=digest&resolved=true").lines().count())
                .isGreaterThan(lines.size());
    }

    @Test
    void refusesWhatIsNoActionAboutAnAlertAndSaysWhy() throws Exception {
        String id = alerts("").path("open").get(0).path("id").asText();
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
