package io.pipecast.board.alerting;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pipecast.testkit.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The installed Alertmanager with the routes, inhibitions and words of {@code deploy/alertmanager};
 * every receiver is a webhook of the test, and what is said to managers also goes to Slack there.
 */
final class RealAlertmanager implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Path SHIPPED = Path.of("../../deploy/alertmanager").toAbsolutePath();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final Path directory;
    private Process process;

    RealAlertmanager(Path directory, Receiver receiver) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not installed");
        this.directory = directory;
        YAML.writeValue(directory.resolve("am.yml").toFile(), configuration(receiver));
        start();
    }

    private static JsonNode configuration(Receiver receiver) throws IOException {
        ObjectNode config =
                (ObjectNode) YAML.readTree(SHIPPED.resolve("alertmanager.yml").toFile());
        config.remove("global");
        config.putArray("templates").add(SHIPPED + "/templates/*.tmpl");
        quicken((ObjectNode) config.path("route"));
        for (JsonNode each : config.path("receivers")) {
            ObjectNode one = (ObjectNode) each;
            String name = one.path("name").asText();
            one.remove("email_configs");
            if (name.equals("managers")) {
                ((ObjectNode) one.path("slack_configs").get(0))
                        .put("api_url", receiver.url("slack"));
            } else {
                one.remove("slack_configs");
            }
            ArrayNode hooks = one.putArray("webhook_configs");
            hooks.addObject().put("url", receiver.url(name)).put("send_resolved", true);
        }
        return config;
    }

    /** The same routes in seconds instead of minutes, the digest at any time. */
    private static void quicken(ObjectNode route) {
        route.put("group_wait", "200ms").put("group_interval", "500ms");
        route.remove("active_time_intervals");
        route.path("routes").forEach(below -> quicken((ObjectNode) below));
    }

    /** Starts it on what it kept. */
    void start() throws IOException {
        process =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--config.file=" + directory.resolve("am.yml"),
                                "--storage.path=" + directory.resolve("am"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--data.retention=800h",
                                "--cluster.listen-address=")
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("am.log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::isReady);
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/-/ready")).build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Ends it in order, as a restart does. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Posts an alert as Prometheus does. */
    void post(String json) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/api/v2/alerts"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build();
        assumeOk(http.send(request, BodyHandlers.ofString()).statusCode());
    }

    private static void assumeOk(int status) {
        if (!Set.of(200, 202).contains(status)) {
            throw new IllegalStateException("Alertmanager answered " + status);
        }
    }

    /** Whether it holds an alert about a deal back because of another one. */
    boolean isInhibited(String opportunity) throws IOException, InterruptedException {
        String all = url() + "/api/v2/alerts?filter=opportunity%3D%22" + opportunity + "%22";
        HttpRequest request = HttpRequest.newBuilder(URI.create(all)).build();
        JsonNode found = YAML.readTree(http.send(request, BodyHandlers.ofString()).body());
        return found.size() == 1 && !found.get(0).at("/status/inhibitedBy").isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
