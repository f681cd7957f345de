package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.REP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.Rows;
import io.pipecast.board.SampleUsers;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.domain.deal.Outcome;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverridesApiTest {
    private GuardedBoard board;

    @BeforeEach
    void open() {
        board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private String deal(SampleUsers who) throws Exception {
        return open(who).path("id").asText();
    }

    private JsonNode open(SampleUsers who) throws Exception {
        return board.json("/api/deals?outcome=open&limit=1", who).path("deals").get(0);
    }

    private HttpResponse<String> set(String deal, String body, SampleUsers who) throws Exception {
        return board.post("/api/deals/" + deal + "/override", body, who);
    }

    private DealOverride taken(String deal, String body, SampleUsers who) throws Exception {
        HttpResponse<String> answer = set(deal, body, who);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return board.delivered().override();
    }

    private JsonNode override(String deal, SampleUsers who) throws Exception {
        return board.json("/api/deals/" + deal, who).path("deal").path("override");
    }

    private double expected(String deal) throws Exception {
        return board.json("/api/deals/" + deal, LEADER)
                .path("deal")
                .path("probabilities")
                .path("currentPeriod")
                .asDouble();
    }

    @Test
    void aChanceStandsBesideTheModelsUntilItIsTakenBack() throws Exception {
        JsonNode row = open(REP);
        String deal = row.path("id").asText();
        double model = expected(deal);

        DealOverride said = taken(deal, "{\"chance\":0.85,\"note\":\"Legal signs\"}", REP);

        assertThat(said.period()).isEqualTo("2026-Q4");
        assertThat(said.modelChance()).isEqualTo(Math.round(model * 1e6));
        JsonNode override = override(deal, MANAGER);
        assertThat(override.path("chance").asDouble()).isEqualTo(0.85);
        assertThat(override.path("modelChance").asDouble()).isEqualTo(model);
        assertThat(override.path("by").asText()).isEqualTo(REP.actor());
        assertThat(override.path("note").asText()).isEqualTo("Legal signs");
        JsonNode hand = board.json("/api/forecast", LEADER).path("byHand");
        assertThat(hand.path("deals").asInt()).isEqualTo(1);
        assertThat(hand.path("shift").asDouble())
                .isCloseTo((0.85 - model) * row.path("corporateAmount").asLong(), within(1.0));
        assertThat(board.json("/api/forecast?node=mgr-2", LEADER).path("byHand").isNull()).isTrue();
        JsonNode entry = board.json("/api/audit?kind=override&limit=1", LEADER).get(0);
        assertThat(entry.path("after").asText()).startsWith("85 %, the model said ");

        taken(deal, "{\"chance\":null}", MANAGER);

        assertThat(override(deal, REP).isNull()).isTrue();
        assertThat(board.json("/api/forecast", LEADER).path("byHand").isNull()).isTrue();
    }

    @Test
    void noModelTakesItAwayAndWhatCameJudgesIt() throws Exception {
        String deal = deal(REP);
        DealOverride said = taken(deal, "{\"chance\":0.7}", REP);
        assertThat(board.json("/api/overrides", LEADER).path("all").path("judged").asInt())
                .isZero();

        board.sink().deal(Rows.deal(deal, 1_000, 5_000_000));
        assertThat(override(deal, REP).path("chance").asDouble()).isEqualTo(0.7);

        board.sink().deal(Rows.ended(deal, 1_001, Outcome.WON, said.at() + 1));
        JsonNode scores = board.json("/api/overrides", LEADER);
        assertThat(override(deal, REP).isNull()).as("the deal has ended").isTrue();
        assertThat(scores.path("all").path("brier").asDouble()).isCloseTo(0.09, within(1e-9));
        assertThat(scores.path("all").path("modelBeside").asDouble())
                .isCloseTo(Math.pow(1 - said.modelChance() / 1e6, 2), within(1e-9));
        assertThat(scores.path("judges")).hasSize(1);
        assertThat(scores.path("judges").get(0).path("name").asText()).isEqualTo(REP.actor());
    }

    @Test
    void whoDoesNotSeeWhatTheModelSaysSetsNoChanceAndSeesNone() throws Exception {
        board.close();
        board = new GuardedBoard(SampleUsers.access(false, RepLabels.SHOWN));
        String deal = deal(REP);
        HttpResponse<String> answer = set(deal, "{\"chance\":0.4}", REP);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(board.sent()).isZero();

        taken(deal, "{\"chance\":0.4}", MANAGER);

        assertThat(override(deal, REP).isNull()).isTrue();
        assertThat(board.json("/api/forecast", REP).path("byHand").isNull()).isTrue();
        assertThat(override(deal, LEADER).path("chance").asDouble()).isEqualTo(0.4);
    }

    @Test
    void whatIsWrongWithAChanceIsNamed() throws Exception {
        String deal = deal(REP);
        String rule = "chance must be between 0 and 1, or null to take it back, was ";
        for (String wrong : new String[] {"-0.1", "1.01", "85", "\\\"much\\\""}) {
            refused(deal, "{\"chance\":" + wrong.replace("\\", "") + "}", 400, rule + wrong);
        }
        refused(deal, "{}", 400, rule + "missing");
        String none = "chance must be between 0 and 1, was none, and none was set to take back";
        refused(deal, "{\"chance\":null}", 400, none);
        String others = board.sample.dealOf("rep-02").opportunityId();
        refused(others, "{\"chance\":0.5}", 404, "no deal " + others);
        board.sink().deal(Rows.ended(deal, 1_000, Outcome.LOST, 1));
        refused(deal, "{\"chance\":0.5}", 400, "the deal must be open, was LOST");
    }

    private void refused(String deal, String body, int status, String message) throws Exception {
        HttpResponse<String> answer = set(deal, body, REP);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + message + "\"}");
        assertThat(board.sent()).isZero();
    }

    @Test
    void theTableOfDealsHasIt() throws Exception {
        String deal = deal(REP);
        taken(deal, "{\"chance\":0.25}", REP);

        String csv = board.get("/api/deals.csv", REP).body();

        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",p_by_hand");
        assertThat(csv.lines().filter(line -> line.startsWith(deal + ",")))
                .singleElement()
                .asString()
                .endsWith(",0.25");
    }
}
