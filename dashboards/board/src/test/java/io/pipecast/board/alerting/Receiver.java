package io.pipecast.board.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes what Alertmanager sends, and keeps it: webhooks by receiver, and what goes to Slack. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> slack = new CopyOnWriteArrayList<>();

    /** One alert in one message. */
    record Told(String receiver, JsonNode alert) {
        boolean isAbout(String opportunity) {
            return label("opportunity").equals(opportunity);
        }

        boolean fires() {
            return alert.path("status").asText().equals("firing");
        }

        String label(String name) {
            return alert.path("labels").path(name).asText();
        }

        String annotation(String name) {
            return alert.path("annotations").path(name).asText();
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String receiver = exchange.getRequestURI().getPath().substring(1);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
        if (receiver.equals("slack")) {
            slack.add(body.toString());
        }
        body.path("alerts").forEach(alert -> told.add(new Told(receiver, alert)));
    }

    String url(String receiver) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + receiver;
    }

    /** Everything told to a receiver about a deal so far, in order. */
    List<Told> about(String receiver, String opportunity) {
        List<Told> found = new ArrayList<>(told);
        found.removeIf(one -> !one.receiver.equals(receiver) || !one.isAbout(opportunity));
        return found;
    }

    /** Messages to Slack so far. */
    List<String> slack() {
        return slack;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
