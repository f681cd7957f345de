package io.pipecast.board.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.pipecast.board.BoardException;
import io.pipecast.board.control.ControlSender;
import io.pipecast.board.views.Views;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What people do about an alert: {@code POST /api/alerts/{id}/actions}, a JSON object with kind
 * (acknowledge, snooze, not-useful, action, done), and where it makes sense until, owner, note and
 * actor. The answer comes once the broker has it; the alert's row follows.
 */
final class ActionsApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    private final Views views;
    private final ControlSender control;

    ActionsApi(Views views, ControlSender control) {
        this.views = views;
        this.control = control;
    }

    void act(Context context) {
        // a page of another site cannot send this type without being asked first
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw ApiProblem.badRequest("the content type must be application/json, was " + type);
        }
        String id = context.pathParam("id");
        Alert alert = views.alert(id);
        if (alert == null) {
            throw ApiProblem.notFound("no alert " + id);
        }
        if (!control.isConnected()) {
            throw ApiProblem.badRequest("this board has no Kafka to tell it to");
        }
        AlertAction action = action(alert, body(context));
        try {
            control.send(action);
        } catch (BoardException e) {
            throw ApiProblem.unavailable(e.getMessage());
        }
        context.status(202).json(Map.of("actionId", action.actionId()));
    }

    private static JsonNode body(Context context) {
        try {
            JsonNode body = JSON.readTree(context.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw ApiProblem.badRequest("the body must be a JSON object, was none");
    }

    private AlertAction action(Alert alert, JsonNode body) {
        AlertAction.Kind kind = kind(text(body, "kind"));
        long until = until(text(body, "until"));
        if (kind == AlertAction.Kind.SNOOZE && until == AlertAction.NONE) {
            throw ApiProblem.badRequest("until must be given to snooze, was missing");
        }
        String actor = text(body, "actor");
        return new AlertAction(
                UUID.randomUUID().toString(),
                alert.alertId(),
                alert.opportunityId(),
                kind,
                until,
                text(body, "owner"),
                text(body, "note"),
                Math.max(alert.statedAt(), views.forecasts().asOf()),
                actor == null ? "board" : actor);
    }

    private static AlertAction.Kind kind(String name) {
        for (AlertAction.Kind kind : AlertAction.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return kind;
            }
        }
        throw ApiProblem.badRequest(
                "kind must be acknowledge, snooze, not-useful, action or done, was " + name);
    }

    private static long until(String text) {
        try {
            return text == null ? AlertAction.NONE : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw ApiProblem.badRequest("until must be an ISO instant, was " + text);
        }
    }

    private static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        if (!value.isTextual() || value.asText().length() > LONGEST) {
            throw ApiProblem.badRequest(
                    name + " must be text of at most " + LONGEST + " characters");
        }
        return value.asText();
    }
}
