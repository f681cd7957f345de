package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeekApiTest {
    private static SampleApi board;

    @BeforeAll
    static void open() {
        board = new SampleApi();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static JsonNode aManager() throws Exception {
        JsonNode managers = board.json("/api/week?node=company").path("managers");
        assertThat(managers).isNotEmpty();
        return managers.get(managers.size() - 1);
    }

    private static List<JsonNode> all(JsonNode week, String list) {
        List<JsonNode> deals = new ArrayList<>();
        week.path("reps").forEach(rep -> rep.path(list).path("deals").forEach(deals::add));
        return deals;
    }

    @Test
    void everyRepBelowAManagerIsThereWithOwnDealsAlone() throws Exception {
        String manager = aManager().path("id").asText();
        JsonNode week = board.json("/api/week?node=" + manager);
        JsonNode children = board.json("/api/forecast?node=" + manager).path("children");

        assertThat(week.path("reps").findValuesAsText("id"))
                .containsAll(children.findValue("node").findValuesAsText("id"));
        assertThat(week.path("reps")).hasSameSizeAs(children);
        for (JsonNode rep : week.path("reps")) {
            String id = rep.path("node").path("id").asText();
            for (String list : List.of("doubted", "noNextStep", "due", "overdue")) {
                assertThat(rep.path(list).path("deals").findValuesAsText("owner"))
                        .allMatch(id::equals);
            }
            assertThat(rep.path("alerts").findValuesAsText("owner")).allMatch(id::equals);
            assertThat(rep.path("openAlerts").asInt())
                    .isGreaterThanOrEqualTo(rep.path("alerts").size());
            // no deal, no amount: unknown, not 0
            for (String list : List.of("doubted", "noNextStep", "due", "overdue")) {
                boolean none = rep.path(list).path("count").asInt() == 0;
                assertThat(!none || rep.path(list).path("amount").isNull()).isTrue();
            }
        }
    }

    @Test
    void doubtedDealsAreCommittedAndLessLikelyThanNot() throws Exception {
        List<JsonNode> doubted = all(board.json("/api/week?node=company"), "doubted");

        assertThat(doubted).isNotEmpty();
        for (JsonNode deal : doubted) {
            assertThat(deal.path("category").asText()).isEqualTo("COMMIT");
            assertThat(deal.path("probabilities").path("currentPeriod").asDouble()).isLessThan(0.5);
        }
    }

    @Test
    void whatIsDueLiesBetweenTodayAndTheEndOfThePeriodAndWhatIsOverdueBefore() throws Exception {
        JsonNode week = board.json("/api/week?node=company");

        assertThat(all(week, "due")).isNotEmpty();
        assertThat(all(week, "due"))
                .allSatisfy(
                        deal ->
                                assertThat(deal.path("closeDate").asText())
                                        .isBetween("2026-11-18", "2026-12-31"));
        assertThat(all(week, "overdue"))
                .allSatisfy(
                        deal ->
                                assertThat(deal.path("closeDate").asText())
                                        .isLessThan("2026-11-18"));
        assertThat(all(week, "noNextStep"))
                .allSatisfy(deal -> assertThat(deal.path("nextStep").asText("")).isEmpty());
    }

    @Test
    void aLongerLookBackTellsMoreMoves() throws Exception {
        JsonNode none = board.json("/api/week?node=company&days=0");
        JsonNode some = board.json("/api/week?node=company&days=28");

        assertThat(none.path("reps").findValues("moves")).allMatch(JsonNode::isEmpty);
        assertThat(some.path("reps").findValues("moves")).anyMatch(moves -> !moves.isEmpty());
    }

    @Test
    void aTerritoryHasNoRepsToTalkTo() throws Exception {
        HttpResponse<String> answer = board.get("/api/week?tree=territory");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("tree must be reporting for a manager's week");
        assertThat(board.get("/api/week?days=1000").body())
                .contains("days must be between 0 and 92");
    }
}
