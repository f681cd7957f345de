package io.pipecast.board.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.alerting.DeliveryLog.Result;
import io.pipecast.board.alerting.Outbox.Item;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts statements to Alertmanager's API v2. */
final class AlertmanagerClient {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerClient.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;

    private final HttpClient http;
    private final URI alerts;
    private final Duration timeout;
    private boolean away;

    /**
     * A client.
     *
     * @param url address of Alertmanager, with its prefix where it has one
     */
    AlertmanagerClient(String url, Duration timeout) {
        this.alerts = URI.create(url.replaceAll("/+$", "") + "/api/v2/alerts");
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout)
                        .build();
    }

    /** Posts statements in one request; what is wrong is in the log. */
    Result post(List<Item> items) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(alerts)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json(items)))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return result(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return failed(e.toString());
        }
    }

    /** Alertmanager takes what is right in a request and answers 400 for the rest. */
    private Result result(int status, String body) {
        if (status / 100 == 2) {
            if (away) {
                LOG.info("Alertmanager at {} takes alerts again", alerts);
            }
            away = false;
            return Result.TAKEN;
        }
        if (status == BAD_REQUEST) {
            LOG.error("Alertmanager at {} refuses an alert: {}", alerts, body);
            return Result.REFUSED;
        }
        return failed("it answered " + status);
    }

    private Result failed(String reason) {
        if (!away) {
            LOG.warn(
                    "Alertmanager at {} takes no alerts, trying until it does: {}", alerts, reason);
        }
        away = true;
        return Result.FAILED;
    }

    private static String json(List<Item> items) {
        try {
            return JSON.writeValueAsString(items.stream().map(AlertmanagerClient::alert).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and instants are JSON", e);
        }
    }

    private static Map<String, Object> alert(Item item) {
        return Map.of(
                "labels", item.message().labels(),
                "annotations", item.message().annotations(),
                "startsAt", Instant.ofEpochMilli(item.startsAt()).toString(),
                "endsAt", Instant.ofEpochMilli(item.endsAt()).toString(),
                "generatorURL", item.message().link());
    }
}
