package io.pipecast.e2e.live;

import static io.pipecast.e2e.live.Changes.DAY;
import static io.pipecast.e2e.live.Changes.START;
import static io.pipecast.e2e.live.Changes.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.codec.settings.PipecastConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call submitted on the board is in the forecast, and outlives board and job. */
class CallIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN = "board: {access: {signIn: none}}";

    @TempDir private Path work;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aCallIsInTheForecastAndSurvivesBoardAndJob() throws Exception {
        String log = work.resolve("audit.jsonl").toString();
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config(OPEN, broker, "call-");
            BoardOptions options = BoardOptions.of(config).onPort(0).auditedIn(log);
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithRestarts(config)) {
                try (BoardServer board = BoardServer.start(options, config.kafka())) {
                    feed.change(created("deal", START));
                    feed.tick(START + DAY);
                    await().atMost(PATIENCE).until(() -> isThere(board));
                    submit(board);
                    await().atMost(PATIENCE).untilAsserted(() -> stands(board));
                    job.checkpoint();
                }
                job.kill();
                feed.change(created("another", START + 2 * DAY));
                feed.tick(START + 3 * DAY);
                job.bringBack();
                try (BoardServer board = BoardServer.start(options, config.kafka())) {
                    await().atMost(PATIENCE)
                            .until(
                                    () ->
                                            isThere(board)
                                                    && get(board, "/api/forecast")
                                                                    .path("asOf")
                                                                    .asLong()
                                                            > START + DAY);
                    await().atMost(PATIENCE).untilAsserted(() -> stands(board));
                }
            }
        }
        assertThat(Files.readAllLines(Path.of(log)))
                .filteredOn(line -> line.contains("\"CALL\""))
                .hasSize(1);
    }

    private static URI at(BoardServer board, String path) {
        return URI.create("http://127.0.0.1:" + board.port() + path);
    }

    private boolean isThere(BoardServer board) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(board, "/api/calls")).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private JsonNode get(BoardServer board, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at(board, path)).build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private void submit(BoardServer board) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(at(board, "/api/calls"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"commit\":5200000,\"note\":\"two are signed\"}"))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** On the call page, with its note, and in the company's forecast. */
    private void stands(BoardServer board) throws Exception {
        JsonNode call = get(board, "/api/calls").path("own").path("call");
        assertThat(call.path("commit").asLong()).isEqualTo(5_200_000);
        assertThat(call.path("note").asText()).isEqualTo("two are signed");
        assertThat(
                        get(board, "/api/forecast")
                                .path("forecast")
                                .path("values")
                                .path("call_commit")
                                .asLong())
                .isEqualTo(5_200_000);
    }
}
