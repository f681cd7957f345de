package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardException;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BoardApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SampleBoard SAMPLE = new SampleBoard();

    private static BoardServer board;

    @BeforeAll
    static void open() {
        board = BoardServer.open(SampleBoard.options(0));
        SAMPLE.fill(board.sink());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path) {
        String accept = path.equals("/api/stream") ? "text/event-stream" : "*/*";
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + board.port() + path))
                .header("Accept", accept)
                .build();
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void refused(String path, int status, String message) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo(message);
    }

    @Test
    void saysWhichModelsThereAreAndHowRightTheyHaveBeen() throws Exception {
        JsonNode models = json("/api/models");

        assertThat(models.path("champion").path("health")).hasSize(9);
        assertThat(models.path("shadow").path("modelVersion").asText())
                .isEqualTo("m-2026-11-01-9e4b");
        assertThat(models.path("published").findValuesAsText("state"))
                .containsExactly("SHADOW", "REFUSED", "IN_FORCE", "SUPERSEDED");
        assertThat(models.path("published").get(1).path("reason").asText()).contains("stages");
        assertThat(models.path("published").get(1).path("trainedUntil").isNull()).isTrue();
        JsonNode period = models.path("champion").path("health").get(2);
        assertThat(period.path("measure").asText()).isEqualTo("period.level0");
        assertThat(period.path("covered").asDouble()).isEqualTo(0.77);
        assertThat(period.path("brier").isNull()).isTrue();
    }

    @Test
    void answersTheCompanyForecastOfTheCurrentPeriod() throws Exception {
        JsonNode answer = json("/api/forecast");

        assertThat(answer.path("node").path("name").asText()).isEqualTo("Halden Instruments");
        assertThat(answer.path("forecast").path("period").asText()).isEqualTo("2026-Q4");
        JsonNode values = answer.path("forecast").path("values");
        long p50 = values.path("model_p50").asLong();
        assertThat(p50)
                .isBetween(values.path("model_p10").asLong(), values.path("model_p90").asLong());
        assertThat(values.path("model_p_reach").asDouble()).isBetween(0.0, 1.0);
        assertThat(values.path("call_commit").isNull()).isTrue();
        // forty days before the period's end
        assertThat(answer.path("neededBy").asText()).isEqualTo("2026-11-22");
        assertThat(answer.path("pace").path("businessDays").asInt()).isEqualTo(64);
        assertThat(answer.path("pace").path("left").asInt()).isEqualTo(30);
    }

    @Test
    void childrenAddUpToTheirParentInLedgerMoney() throws Exception {
        JsonNode answer = json("/api/forecast?node=vp-1");
        long sum = 0;
        for (JsonNode child : answer.path("children")) {
            sum += child.path("forecast").path("values").path("closed").asLong();
        }

        assertThat(sum).isPositive();
        assertThat(sum).isEqualTo(answer.path("forecast").path("values").path("closed").asLong());
    }

    @Test
    void walksBothTrees() throws Exception {
        JsonNode emea = json("/api/forecast?tree=territory&node=emea&period=2027-Q1");

        assertThat(emea.path("path").findValuesAsText("id")).containsExactly("company", "emea");
        assertThat(emea.path("forecast").path("role").asText()).isEqualTo("NEXT");
    }

    @Test
    void judgesTheSameDayOfTheLastFourQuarters() throws Exception {
        JsonNode history = json("/api/history");

        assertThat(history.path("sameDay").findValuesAsText("period"))
                .containsExactly("2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4");
        assertThat(history.path("sameDay").get(0).path("stageWeightedError").asDouble())
                .isPositive();
        assertThat(history.path("sameDay").get(0).path("commitError").asDouble()).isNegative();
        assertThat(history.path("points").size()).isGreaterThan(40);
    }

    @Test
    void namesWhatItDoesNotKnow() throws Exception {
        refused("/api/forecast?node=nobody", 404, "no node nobody in the reporting tree");
        refused("/api/forecast?period=1999-Q1", 404, "no period 1999-Q1 for node company");
        refused("/api/deals/zzz", 404, "no deal zzz");
        refused("/api/nothing", 404, "no resource /api/nothing");
    }

    @Test
    void namesTheRuleAWrongParameterBreaks() throws Exception {
        refused("/api/forecast?tree=oak", 400, "tree must be reporting or territory, was oak");
        refused("/api/deals?limit=many", 400, "limit must be between 0 and 1000, was many");
        refused(
                "/api/deals?outcome=maybe",
                400,
                "outcome must be open, won, lost or any, was maybe");
    }

    @Test
    void filtersAndSortsDeals() throws Exception {
        JsonNode all = json("/api/deals?limit=1000");
        JsonNode team = json("/api/deals?node=mgr-1&sort=amount&desc=true&limit=1000");
        JsonNode alerted = json("/api/deals?alert=true&limit=1000");

        assertThat(team.path("total").asInt()).isPositive().isLessThan(all.path("total").asInt());
        assertThat(amounts(team)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(alerted.path("deals")).isNotEmpty();
        assertThat(alerted.path("deals"))
                .allSatisfy(deal -> assertThat(deal.path("alertRules")).isNotEmpty());
        assertThat(json("/api/deals?q=kestrel").path("deals"))
                .isNotEmpty()
                .allSatisfy(deal -> assertThat(deal.path("name").asText()).contains("Kestrel"));
    }

    private static List<Long> amounts(JsonNode answer) {
        List<Long> amounts = new ArrayList<>();
        answer.path("deals").forEach(deal -> amounts.add(deal.path("corporateAmount").asLong()));
        return amounts;
    }

    @Test
    void answersADealWithItsHistoryAndAlerts() throws Exception {
        String id =
                json("/api/alerts?show=digest").path("open").get(0).path("opportunityId").asText();

        JsonNode deal = json("/api/deals/" + id);

        assertThat(deal.path("changes")).isNotEmpty();
        assertThat(deal.path("alerts").get(0).path("evidence").asText()).contains("business days");
        assertThat(deal.path("deal").path("probabilities").path("ever").asDouble())
                .isBetween(0.0, 1.0);
    }

    @Test
    void narrowsAlertsAndMovesToANode() throws Exception {
        String owner = json("/api/alerts?show=digest").path("open").get(0).path("owner").asText();

        assertThat(json("/api/alerts?show=all&node=" + owner).path("open"))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.path("owner").asText()).isEqualTo(owner));
        assertThat(json("/api/moves?node=" + owner))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("owner").asText()).isEqualTo(owner));
    }

    @Test
    void callsAFeedQuietAfterFourWorkingHours() throws Exception {
        JsonNode feeds = json("/api/feeds");

        assertThat(feeds).hasSize(3);
        assertThat(feeds)
                .allSatisfy(
                        feed ->
                                assertThat(feed.path("quiet").asBoolean())
                                        .isEqualTo(
                                                feed.path("source").asText().equals("crm-emea")));
    }

    @Test
    void definesEveryQuantity() throws Exception {
        JsonNode quantities = json("/api/definitions").path("quantities");

        assertThat(quantities.findValuesAsText("key"))
                .contains("closed", "model_p10", "coverage_remaining");
        assertThat(quantities)
                .allSatisfy(q -> assertThat(q.path("definition").asText()).isNotBlank());
    }

    @Test
    void isReadyOnlyAfterCatchingUp() throws Exception {
        try (BoardServer fresh = BoardServer.open(SampleBoard.options(0))) {
            URI uri = URI.create("http://127.0.0.1:" + fresh.port() + "/-/ready");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
            fresh.caughtUp();
            assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsOneClearLine() {
        assertThatThrownBy(() -> BoardServer.open(SampleBoard.options(board.port())))
                .isInstanceOf(BoardException.class)
                .hasMessage("board.port " + board.port() + " is taken");
    }

    @Test
    void pagesLoadNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self'");
        assertThat(page.body()).doesNotContain("https://").contains("Halden Instruments");
        assertThat(get("/webjars/chart.js/4.5.1/dist/chart.umd.min.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStreamTellsOfAChangeWithinASecond() throws Exception {
        HttpResponse<java.io.InputStream> stream =
                CLIENT.send(request("/api/stream"), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            await(lines, "event: hello");
            long start = System.nanoTime();
            SAMPLE.step(board.sink());
            await(lines, "event: change");

            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        }
    }

    private static void await(BufferedReader lines, String wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("the stream ended before " + wanted);
    }
}
