package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.PROMETHEUS;
import static io.pipecast.board.SampleUsers.REP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.SampleUsers;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the options on chances and on reps' names leave out. */
class RedactionTest {
    private static final List<String> PATHS =
            List.of(
                    "/api/forecast?node=mgr-1",
                    "/api/nodes",
                    "/api/deals?outcome=any&limit=1000",
                    "/api/deals/006-0103",
                    "/api/deals.csv?outcome=any",
                    "/api/moves?limit=200",
                    "/api/week",
                    "/api/alerts?show=all&limit=2000&resolved=2000",
                    "/api/alerts.csv?show=all&resolved=true",
                    "/api/forecast.csv?node=mgr-1",
                    "/api/calls?node=mgr-1",
                    "/api/calls.csv?node=mgr-1",
                    "/api/audit?limit=2000",
                    "/api/audit.csv",
                    "/metrics");

    private static Set<String> reps() throws Exception {
        Set<String> names = new TreeSet<>();
        try (GuardedBoard shown = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN))) {
            for (JsonNode row : shown.json("/api/nodes", LEADER)) {
                if (row.path("node").path("id").asText().startsWith("rep-")) {
                    names.add(row.path("node").path("name").asText());
                    names.add(row.path("node").path("id").asText());
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(60);
        return names;
    }

    private static void namesNoRep(GuardedBoard board, SampleUsers who) throws Exception {
        Set<String> reps = reps();
        for (String path : PATHS) {
            String said = board.get(path, who).body();
            assertThat(reps).as(path).noneMatch(rep -> said.contains("\"" + rep + "\""));
            assertThat(reps).as(path).noneMatch(rep -> said.contains("," + rep + ","));
        }
    }

    @Test
    void repsGoByPseudonymsThatStayTheSameAndLeadOn() throws Exception {
        try (GuardedBoard board =
                new GuardedBoard(SampleUsers.access(true, RepLabels.PSEUDONYMOUS))) {
            namesNoRep(board, LEADER);
            JsonNode rep = board.json("/api/forecast?node=mgr-1", LEADER).path("children").get(0);
            String alias = rep.path("node").path("id").asText();

            assertThat(alias).matches("rep-[0-9a-f]{10}");
            assertThat(
                            board.json("/api/forecast?node=" + alias, LEADER)
                                    .path("forecast")
                                    .path("values")
                                    .path("closed"))
                    .isEqualTo(rep.path("forecast").path("values").path("closed"));
            assertThat(board.json("/api/deals?outcome=any&node=" + alias, LEADER).path("total"))
                    .hasToString("16");
            assertThat(board.json("/api/history?node=" + alias, LEADER).path("points"))
                    .isNotEmpty();
            assertThat(board.get("/metrics", PROMETHEUS).body()).contains("node=\"" + alias);
            assertThat(board.json("/api/forecast", MANAGER).path("children").findValuesAsText("id"))
                    .contains("rep-01");
        }
    }

    @Test
    void withoutLabelsTheSmallestNodeIsATeam() throws Exception {
        try (GuardedBoard board = new GuardedBoard(SampleUsers.access(true, RepLabels.OFF))) {
            namesNoRep(board, LEADER);

            assertThat(board.json("/api/forecast?node=mgr-1", LEADER).path("children")).isEmpty();
            assertThat(board.get("/api/forecast?node=rep-01", LEADER).statusCode()).isEqualTo(404);
            assertThat(board.json("/api/deals/006-0103", LEADER).path("deal").path("owner"))
                    .hasToString("\"a rep\"");
            JsonNode why = board.json("/api/deals/006-0103", LEADER).path("why");
            assertThat(why.path("reasons").findValuesAsText("kind"))
                    .isNotEmpty()
                    .doesNotContain("owner's record");
            assertThat(
                            board.json("/api/deals/006-0103", MANAGER)
                                    .path("why")
                                    .path("reasons")
                                    .findValuesAsText("kind"))
                    .contains("owner's record");
            assertThat(board.get("/metrics", PROMETHEUS).body())
                    .contains("node=\"mgr-1\"")
                    .doesNotContain("node=\"rep-");
        }
    }

    @Test
    void aRepMayBeShownNoChance() throws Exception {
        try (GuardedBoard board = new GuardedBoard(SampleUsers.access(false, RepLabels.SHOWN))) {
            JsonNode deal = board.json("/api/deals/006-0103", REP).path("deal");
            JsonNode values = board.json("/api/forecast", REP).path("forecast").path("values");

            assertThat(deal.path("probabilities")).isEmpty();
            assertThat(board.json("/api/deals/006-0103", REP).path("why").isNull()).isTrue();
            assertThat(values.path("closed").isNumber()).isTrue();
            for (String hidden : List.of("model_p50", "model_p_reach", "model_mean")) {
                assertThat(values.path(hidden).isNull()).as(hidden).isTrue();
            }
            assertThat(board.json("/api/bridge", REP).path("from").isNull()).isTrue();
            assertThat(board.json("/api/history", REP).path("points").get(0).path("p50").isNull())
                    .isTrue();
            assertThat(board.json("/api/week", REP).path("reps").get(0).path("doubted"))
                    .hasToString("{\"count\":0,\"amount\":null,\"deals\":[]}");
            assertThat(board.json("/api/deals?sort=current", REP).path("total").asInt())
                    .isEqualTo(12);
            for (JsonNode alert : board.json("/api/alerts?show=all&limit=100", REP).path("open")) {
                assertThat(alert.path("risk").isNull()).isTrue();
                assertThat(alert.path("handled").path("further")).isEmpty();
            }
            assertThat(
                            board.json("/api/deals/006-0103", MANAGER)
                                    .path("deal")
                                    .path("probabilities"))
                    .isNotEmpty();
        }
    }
}
