package io.pipecast.board.grafana;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pipecast.testkit.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The installed Prometheus with the committed rules, scraping a board every two seconds. */
final class RealPrometheus implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Process process;

    RealPrometheus(Path directory, int boardPort) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not installed");
        Path rules = Path.of("../prometheus/rules").toAbsolutePath().normalize();
        Path config =
                Files.writeString(
                        directory.resolve("prometheus.yml"),
                        """
                        global: {scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 2s}
                        rule_files: ["%s/*.yml"]
                        scrape_configs:
                          - job_name: pipecast-board
                            static_configs: [{targets: ["127.0.0.1:%d"]}]
                        """
                                .formatted(rules, boardPort));
        process =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--config.file=" + config,
                                "--storage.tsdb.path=" + directory.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("prometheus.log").toFile())
                        .start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until a query has a series. */
    void awaitSeries(String encodedQuery) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> hasSeries(encodedQuery));
    }

    private boolean hasSeries(String encodedQuery) throws IOException, InterruptedException {
        URI uri = URI.create(url() + "/api/v1/query?query=" + encodedQuery);
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        return http.send(request, BodyHandlers.ofString()).body().contains("\"value\"");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }
}
