package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.SampleUsers;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import org.junit.jupiter.api.Test;

class AuditApiTest {
    @Test
    void signInsAndTheConfigurationAreWrittenDownWithoutAnyToken() throws Exception {
        try (GuardedBoard board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN))) {
            board.post("/api/sign-in", "{\"token\":\"" + MANAGER.token + "\"}", null);
            board.post("/api/sign-in", "{\"token\":\"guess\"}", null);

            JsonNode entries = board.json("/api/audit?limit=2", LEADER);

            assertThat(entries.findValuesAsText("what"))
                    .containsExactly(
                            "refused a wrong token from 127.0.0.1", "signed in from 127.0.0.1");
            assertThat(entries.get(1).path("actor").asText()).isEqualTo(MANAGER.actor());
            assertThat(entries.toString()).doesNotContain(MANAGER.token, "guess");
            assertThat(board.json("/api/audit?kind=configuration", LEADER)).hasSize(1);
            assertThat(board.get("/api/audit.csv?kind=sign-in", LEADER).body().lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("," + MANAGER.actor() + ",SIGN_IN,board,"));
            assertThat(board.get("/api/audit?kind=all", LEADER).body())
                    .contains("kind must be sign-in, action, override, call");
        }
    }
}
