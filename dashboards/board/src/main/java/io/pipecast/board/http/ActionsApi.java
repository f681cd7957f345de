package io.pipecast.board.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Viewer;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;

/**
 * What people do about an alert: {@code POST /api/alerts/{id}/actions}, a JSON object with kind
 * (acknowledge, snooze, not-useful, action, done), and where it makes sense until, owner and note;
 * the actor is who has signed in, or on a board without sign-in the one named there. The answer
 * comes once the broker has it; the alert's row follows.
 */
final class ActionsApi {
    private final Deeds deeds;

    ActionsApi(Deeds deeds) {
        this.deeds = deeds;
    }

    void act(Seen views, Context context) {
        JsonNode body = Bodies.json(context);
        String id = context.pathParam("id");
        Alert alert = views.alert(id);
        if (alert == null) {
            throw ApiProblem.notFound("no alert " + id);
        }
        deeds.requireKafka();
        AlertAction action = action(alert, body, views);
        deeds.send(context, control -> control.send(action), "actionId", action.actionId());
    }

    private static AlertAction action(Alert alert, JsonNode body, Seen views) {
        AlertAction.Kind kind = kind(Bodies.text(body, "kind"));
        long until = until(Bodies.text(body, "until"));
        if (kind == AlertAction.Kind.SNOOZE && until == AlertAction.NONE) {
            throw ApiProblem.badRequest("until must be given to snooze, was missing");
        }
        return new AlertAction(
                UUID.randomUUID().toString(),
                alert.alertId(),
                alert.opportunityId(),
                kind,
                until,
                Bodies.text(body, "owner"),
                Bodies.text(body, "note"),
                Math.max(alert.statedAt(), views.forecasts().asOf()),
                actor(Bodies.text(body, "actor"), views.viewer()));
    }

    /** Who has signed in is known; without sign-in they are who they say they are. */
    private static String actor(String said, Viewer viewer) {
        return viewer.isAnybody() && said != null ? said : viewer.actor();
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
}
