package io.pipecast.board.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.metrics.MetricName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every query of every panel has data in a Prometheus that scrapes a board, but for those of
 * Flink's own metrics, of rows read and of calls: {@code deploy/watch/run --check} asks them too,
 * of the demo.
 */
class BoardQueriesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHECK = Path.of("../../deploy/watch/CheckBoards.java");

    @TempDir private Path directory;

    @Test
    void everyPanelHasData() throws Exception {
        try (BoardServer board = BoardServer.open(SampleBoard.options(0))) {
            new SampleBoard().fill(board.sink());
            board.caughtUp();
            try (RealPrometheus prometheus = new RealPrometheus(directory, board.port())) {
                // a rate needs two scrapes
                prometheus.awaitSeries("rate(pipecast_alert_posts_total%5B1m%5D)");

                // a scrape that comes too late on a busy machine is made up for by the next
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () ->
                                        assertThat(check(prometheus.url()))
                                                .contains("5 boards", " 0 without data"));
            }
        }
    }

    private String check(String prometheus) throws IOException, InterruptedException {
        Path said = directory.resolve("check.txt");
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CHECK.toString(),
                                Boards.DIRECTORY.toString(),
                                prometheus,
                                "--without",
                                "flink_|_call_|" + MetricName.ROWS.key)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        java.waitFor();
        return Files.readString(said);
    }
}
