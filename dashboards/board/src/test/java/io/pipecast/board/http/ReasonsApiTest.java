package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                .hasSize(11);
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

    @Test
    void reasonsAreInWordsAndSumToTheChance() throws Exception {
        JsonNode why = board.json("/api/deals/006-0503").path("why");

        assertThat(why.path("reasons").findValuesAsText("text"))
                .startsWith(
                        "no buyer reply for 12 days; won deals at this stage: 3",
                        "2 changes of owner; won deals at this stage: 0",
                        "meeting in 3 days; won deals at this stage: none");
        double sum = why.path("norm").asDouble() + why.path("rest").asDouble();
        for (JsonNode reason : why.path("reasons")) {
            sum += reason.path("weight").asDouble();
            assertThat(Math.signum(reason.path("share").asDouble()))
                    .isEqualTo(Math.signum(reason.path("weight").asDouble()));
        }
        double chance = why.path("chance").asDouble();
        assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(chance, within(1e-6));
        JsonNode week = why.path("lastWeek");
        assertThat(week.path("chance").asDouble()).isGreaterThan(chance);
        assertThat(week.path("reasons").get(0).path("text").asText())
                .isEqualTo("no buyer reply for 12 days; a week ago: 5");
    }

    @Test
    void whereTheModelDoesNotSayThatIsSaid() throws Exception {
        JsonNode silent = board.json("/api/deals/006-0501").path("why");
        assertThat(silent.path("note").asText()).startsWith("The model that made this forecast");
        assertThat(silent.path("usual").isNull()).isTrue();
        assertThat(board.json("/api/deals/006-0502").path("why").path("lastWeek").isNull())
                .isTrue();
        assertThat(board.json("/api/deals/006-0513").path("why").isNull()).isTrue();
    }

    @Test
    void howFarDealsHaveMovedIsToldOfEachKindOfReason() throws Exception {
        JsonNode champion = board.json("/api/models").path("champion");

        assertThat(champion.path("features").findValuesAsText("kind"))
                .containsExactly("age", "plans", "pushes");
        assertThat(champion.path("features").get(2).path("drift").asDouble()).isEqualTo(0.31);
        assertThat(champion.path("features").get(1).path("drift").isNull()).isTrue();
        assertThat(champion.path("health").findValuesAsText("measure"))
                .isNotEmpty()
                .noneMatch(measure -> measure.startsWith("feature"));
    }
}
