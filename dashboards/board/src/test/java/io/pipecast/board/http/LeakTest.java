package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.REP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.SampleUsers;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No byte of any answer tells of what the one who asks may not see. */
class LeakTest {
    private static final List<String> QUESTIONS =
            List.of(
                    "/api/forecast?tree=%s&node=%s",
                    "/api/history?tree=%s&node=%s",
                    "/api/bridge?tree=%s&node=%s",
                    "/api/deals?tree=%s&node=%s&outcome=any&limit=1000",
                    "/api/deals.csv?tree=%s&node=%s&outcome=any",
                    "/api/forecast.csv?tree=%s&node=%s",
                    "/api/moves?tree=%s&node=%s&limit=200",
                    "/api/week?tree=%s&node=%s&days=92",
                    "/api/calls?tree=%s&node=%s",
                    "/api/calls.csv?tree=%s&node=%s",
                    "/api/alerts?tree=%s&node=%s&show=all&limit=2000&resolved=2000",
                    "/api/alerts.csv?tree=%s&node=%s&show=all&resolved=true");

    private GuardedBoard board;

    @BeforeEach
    void open() {
        board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Set<String> theirs(Predicate<String> mine) throws Exception {
        Set<String> own = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (JsonNode deal :
                board.json("/api/deals?outcome=any&limit=1000", SampleUsers.LEADER).path("deals")) {
            Set<String> tells = mine.test(deal.path("owner").asText()) ? own : others;
            for (String part : List.of("id", "name", "owner", "ownerName")) {
                tells.add(deal.path(part).asText());
            }
        }
        others.removeAll(own);
        assertThat(others).hasSizeGreaterThan(100);
        return others;
    }

    /** Everything that can be asked for, of every node there is and every text there is. */
    private List<String> everything() throws Exception {
        List<String> paths = new ArrayList<>(List.of("/api/nodes", "/api/status", "/api/feeds"));
        for (JsonNode row : board.json("/api/nodes", SampleUsers.LEADER)) {
            JsonNode node = row.path("node");
            for (String question : QUESTIONS) {
                paths.add(
                        String.format(
                                question, node.path("tree").asText(), node.path("id").asText()));
            }
        }
        for (String question : QUESTIONS) {
            paths.add(question.replaceAll("\\?.*", ""));
            paths.add(question.replaceAll("\\?.*", "?tree=territory"));
        }
        for (String text : List.of("006-", "Okafor", "e", "–", "rep-")) {
            paths.add("/api/deals?outcome=any&limit=1000&q=" + encoded(text));
            paths.add("/api/deals.csv?outcome=any&q=" + encoded(text));
        }
        for (String sort : List.of("name", "owner", "current", "ever", "amount")) {
            paths.add("/api/deals?limit=1000&sort=" + sort);
        }
        return paths;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void tellsNothingOf(Set<String> secrets, SampleUsers who) throws Exception {
        for (String path : everything()) {
            // a node that was asked for is repeated as it was asked
            String asked = path.replaceAll(".*node=", "").replaceAll("&.*", "");
            String said = board.get(path, who).body();
            for (String secret : secrets) {
                if (!secret.equals(asked) && said.contains(secret)) {
                    throw new AssertionError(path + " tells " + who + " of " + secret);
                }
            }
        }
    }

    @Test
    void aRepIsToldOfOwnDealsAndNoOthers() throws Exception {
        Set<String> secrets = theirs(REP.user::equals);
        tellsNothingOf(secrets, REP);

        assertThat(board.json("/api/deals?outcome=any", REP).path("total").asInt()).isEqualTo(16);
        assertThat(board.json("/api/forecast", REP).path("node").path("id").asText())
                .isEqualTo(REP.user);
        assertThat(board.json("/api/status", REP).path("openDeals").asInt()).isEqualTo(12);
    }

    @Test
    void aManagerIsToldOfTheOwnBranchAndNoOther() throws Exception {
        Set<String> team =
                board
                        .json("/api/forecast", MANAGER)
                        .path("children")
                        .findValuesAsText("id")
                        .stream()
                        .collect(Collectors.toSet());
        assertThat(team).hasSize(6);
        tellsNothingOf(theirs(team::contains), MANAGER);

        assertThat(board.json("/api/deals?outcome=any", MANAGER).path("total").asInt())
                .isEqualTo(6 * 16);
        assertThat(board.json("/api/forecast", MANAGER).path("path")).hasSize(1);
        assertThat(board.json("/api/week", MANAGER).path("reps")).hasSize(6);
    }

    @Test
    void aDealOfSomebodyElseAnswersLikeNoDeal() throws Exception {
        for (SampleUsers who : List.of(REP, MANAGER)) {
            HttpResponse<String> other = board.get("/api/deals/006-4203", who);
            HttpResponse<String> none = board.get("/api/deals/006-9999", who);

            assertThat(other.statusCode()).isEqualTo(none.statusCode()).isEqualTo(404);
            assertThat(other.body()).isEqualTo(none.body().replace("006-9999", "006-4203"));
            assertThat(board.get("/api/forecast?node=rep-42", who).body())
                    .isEqualTo("{\"error\":\"no node rep-42 in the reporting tree\"}");
        }
    }

    @Test
    void anAlertAboutATeamIsSeenWhereItsForecastIs() throws Exception {
        assertThat(teams(SampleUsers.LEADER)).containsExactlyInAnyOrder("mgr-1", "emea", "company");
        assertThat(teams(SampleUsers.MANAGER)).allMatch("mgr-1"::equals);
        assertThat(teams(SampleUsers.REP)).isEmpty();
    }

    private List<String> teams(SampleUsers who) throws Exception {
        return board
                .json("/api/alerts?show=all&limit=2000", who)
                .path("open")
                .findParents("place")
                .stream()
                .filter(row -> row.path("subject").asText().equals("team"))
                .map(row -> row.path("place").asText())
                .toList();
    }

    @Test
    void anAlertOfSomebodyElseCannotBeActedOn() throws Exception {
        JsonNode alerts =
                board.json("/api/alerts?show=all&limit=2000", SampleUsers.LEADER).path("open");
        String foreign =
                alerts.findParents("opportunityId").stream()
                        .filter(a -> !a.path("owner").asText().equals(REP.user))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
        String act = "{\"kind\":\"acknowledge\"}";
        String path = "/api/alerts/%s/actions";

        HttpResponse<String> other = board.post(String.format(path, encoded(foreign)), act, REP);
        HttpResponse<String> none = board.post(String.format(path, "none"), act, REP);

        assertThat(other.statusCode()).isEqualTo(none.statusCode()).isEqualTo(404);
        assertThat(other.body()).isEqualTo(none.body().replace("none", foreign));
    }

    @Test
    void aDealThatGoesToSomebodyElseIsGone() throws Exception {
        var deal = board.sample.dealOf(REP.user);
        board.sink().deal(SampleUsers.handedOver(deal, "rep-42"));

        assertThat(board.get("/api/deals/" + deal.opportunityId(), REP).statusCode())
                .isEqualTo(404);
        for (String path :
                List.of("/api/moves?limit=200", "/api/alerts?show=all&limit=2000", "/api/week")) {
            assertThat(board.get(path, REP).body()).doesNotContain(deal.opportunityId());
        }
        var theirs = board.sample.dealOf("rep-42");
        board.sink().deal(SampleUsers.handedOver(theirs, REP.user));
        assertThat(board.get("/api/deals/" + theirs.opportunityId(), REP).body())
                .contains("somebody else")
                .doesNotContain("rep-42");
    }

    @Test
    void theLiveStreamTellsARepOfOwnDealsAlone() throws Exception {
        Set<String> secrets = theirs(REP.user::equals);
        HttpResponse<java.io.InputStream> stream =
                HttpClient.newHttpClient()
                        .send(
                                board.request("/api/stream", REP)
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String own = board.sample.dealOf(REP.user).opportunityId();
            for (String line = lines.readLine(); !line.contains(own); line = lines.readLine()) {
                if (line.contains("hello") || line.contains("change")) {
                    for (int i = 0; i < 20; i++) {
                        board.sample.step(board.sink());
                    }
                    board.sink().deal(board.sample.dealOf(REP.user));
                }
                assertThat(secrets).noneMatch(line::contains);
            }
        }
    }
}
