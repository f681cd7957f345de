package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.REP;
import static io.pipecast.board.SampleUsers.REVOPS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.SampleUsers;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsApiTest {
    private GuardedBoard board;

    @BeforeEach
    void open() {
        board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private void refused(String body, SampleUsers who, int status, String message)
            throws Exception {
        HttpResponse<String> answer = board.post("/api/calls", body, who);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + message + "\"}");
        assertThat(board.sent()).isZero();
    }

    @Test
    void aManagerSeesTheTeamsCallsBesideModelAndCategories() throws Exception {
        JsonNode calls = board.json("/api/calls", MANAGER);
        JsonNode forecast = board.json("/api/forecast", MANAGER);

        assertThat(calls.path("node").path("id").asText()).isEqualTo("mgr-1");
        assertThat(Instant.ofEpochMilli(calls.path("deadline").asLong()))
                .hasToString("2026-11-20T22:00:00Z");
        assertThat(calls.path("below")).hasSize(6);
        assertThat(calls.path("missing").asInt()).isEqualTo(1);
        assertThat(calls.path("below").get(1).path("p50"))
                .isEqualTo(
                        forecast.path("children")
                                .get(1)
                                .path("forecast")
                                .path("values")
                                .path("model_p50"));
        JsonNode own = calls.path("own");
        assertThat(own.path("submitted").asBoolean()).isTrue();
        assertThat(own.path("lastWeek").path("at").asLong())
                .isLessThan(own.path("call").path("at").asLong());
        assertThat(own.path("categoryCommit"))
                .isEqualTo(forecast.path("forecast").path("values").path("cumulative_commit"));
        assertThat(calls.path("weeks")).hasSize(7);
        assertThat(calls.path("weeks").get(0).path("call")).isEqualTo(own.path("lastWeek"));
    }

    @Test
    void endedPeriodsAreScoredAndABiasIsLearned() throws Exception {
        JsonNode calls = board.json("/api/calls", REP);

        assertThat(calls.path("scores")).hasSizeGreaterThanOrEqualTo(4);
        for (JsonNode score : calls.path("scores")) {
            assertThat(score.path("calls").asInt()).isBetween(12, 14);
            assertThat(score.path("mean").asDouble()).isBetween(-0.2, -0.1);
            assertThat(score.path("sameDay").asDouble()).isBetween(-0.3, 0.0);
        }
        // the level's mean is near 0, and four periods tell much
        double plain =
                calls.path("scores").findValues("sameDay").stream()
                        .mapToDouble(JsonNode::asDouble)
                        .average()
                        .orElseThrow();
        assertThat(calls.path("own").path("bias").asDouble()).isBetween(plain, plain / 2);
    }

    @Test
    void whatWasCalledOnThisSameDayIsHeldAgainstWhatCame() throws Exception {
        JsonNode days = board.json("/api/history", REP).path("sameDay");

        assertThat(days).hasSize(4);
        for (JsonNode day : days) {
            double landed = day.path("landed").asDouble();
            assertThat(day.path("callError").asDouble())
                    .isEqualTo((day.path("call").asDouble() - landed) / landed)
                    .isBetween(-0.35, 0.05);
        }
    }

    @Test
    void aCallGoesToTheControlTopicUnderWhoeverIsSignedInAndComesBack() throws Exception {
        String note = "Two renewals are signed";
        HttpResponse<String> answer =
                board.post(
                        "/api/calls",
                        "{\"commit\":52000000,\"bestCase\":61000000,\"note\":\"" + note + "\"}",
                        REP);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        Call call = board.delivered().call();
        assertThat(call.node()).isEqualTo(REP.user);
        assertThat(call.actor()).isEqualTo(REP.actor());
        assertThat(call.period()).isEqualTo("2026-Q4");
        JsonNode own = board.json("/api/calls", REP).path("own");
        assertThat(own.path("call").path("commit").asLong()).isEqualTo(52_000_000);
        assertThat(own.path("call").path("by").asText()).isEqualTo(REP.actor());
        assertThat(own.path("submitted").asBoolean()).isTrue();
        assertThat(board.json("/api/calls", MANAGER).path("missing").asInt()).isZero();
        JsonNode entry = board.json("/api/audit?kind=call&limit=1", LEADER).get(0);
        assertThat(entry.path("after").asText())
                .isEqualTo("commit 520000.00 USD, best case 610000.00 USD, note " + note);
        assertThat(entry.path("before").asText()).startsWith("commit ");
    }

    @Test
    void theNextPeriodCanBeCalledAndNoOther() throws Exception {
        assertThat(
                        board.post("/api/calls", "{\"commit\":1,\"period\":\"2027-Q1\"}", MANAGER)
                                .statusCode())
                .isEqualTo(202);
        assertThat(board.delivered().call().period()).isEqualTo("2027-Q1");
    }

    @Test
    void whatIsWrongWithACallIsNamed() throws Exception {
        String period = "period must be the current or the next one, was ";
        refused("{\"commit\":1,\"period\":\"2026-Q3\"}", REP, 400, period + "2026-Q3");
        refused("{\"commit\":1,\"period\":\"next-30-days\"}", REP, 400, period + "next-30-days");
        refused("{\"commit\":1,\"period\":\"2027-Q2\"}", LEADER, 400, period + "2027-Q2");
        refused("{}", REP, 400, "commit must be given, was missing");
        refused(
                "{\"commit\":2,\"bestCase\":1}",
                REP,
                400,
                "bestCase must be at least commit, was 1 below 2");
        for (String wrong : new String[] {"-1", "1.5", "10000000000001"}) {
            refused(
                    "{\"commit\":" + wrong + "}",
                    REP,
                    400,
                    "commit must be a whole number of minor units between 0 and 10000000000000,"
                            + " was "
                            + wrong);
        }
    }

    @Test
    void everybodyCallsTheirOwnNode() throws Exception {
        String other = "node must be the one you call, was another; each calls their own";
        refused("{\"commit\":1,\"node\":\"rep-02\"}", MANAGER, 403, other);
        refused("{\"commit\":1}", REVOPS, 403, other);
        refused(
                "{\"commit\":1,\"node\":\"rep-02\"}",
                REP,
                404,
                "no node rep-02 in the reporting tree");
        assertThat(board.json("/api/calls?node=rep-02", MANAGER).path("maySubmit").asBoolean())
                .isFalse();
        assertThat(board.json("/api/calls", LEADER).path("maySubmit").asBoolean()).isTrue();
    }

    @Test
    void aBoardWithoutSignInTakesCallsForAnyNode() throws Exception {
        try (GuardedBoard open = new GuardedBoard(AccessSettings.OPEN)) {
            String body = "{\"commit\":1,\"node\":\"rep-02\"}";
            assertThat(open.post("/api/calls", body, null).statusCode()).isEqualTo(202);
            assertThat(open.delivered().call().actor()).isEqualTo("board");
        }
    }

    @Test
    void theTableHasTheSameNumbers() throws Exception {
        String csv = board.get("/api/calls.csv", MANAGER).body();

        assertThat(csv.lines()).hasSize(8);
        assertThat(csv).startsWith("node,name,commit,best_case,note,submitted_at");
        assertThat(csv.lines().filter(line -> line.contains(",false,"))).hasSize(1);
    }
}
