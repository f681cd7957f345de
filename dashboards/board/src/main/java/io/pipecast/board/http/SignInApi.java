package io.pipecast.board.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Viewer;
import io.pipecast.codec.settings.BoardRole;
import java.util.Map;

/** {@code POST /api/sign-in} with a token, {@code POST /api/sign-out}. */
final class SignInApi {
    private final Gate gate;
    private final int seconds;

    /**
     * Sign-in at a gate.
     *
     * @param seconds how long a browser keeps the session
     */
    SignInApi(Gate gate, long seconds) {
        this.gate = gate;
        this.seconds = Math.toIntExact(seconds);
    }

    /** Begins a session, in a cookie that no script reads and no other site's page sends. */
    void signIn(Seen nobody, Context context) {
        JsonNode token = Bodies.json(context).path("token");
        Viewer viewer = token.isTextual() ? gate.viewerOf(token.asText().trim(), context) : null;
        if (viewer == null || viewer.role() == BoardRole.METRICS) {
            throw ApiProblem.wrongToken();
        }
        gate.sessions.end(context.cookie(Gate.COOKIE));
        cookie(context, gate.sessions.begin(viewer), seconds);
        gate.audit.signed(viewer.name(), "signed in", context.ip());
        context.json(Map.of("name", viewer.name()));
    }

    /** Ends the session, if there is one. */
    void signOut(Seen seen, Context context) {
        String session = context.cookie(Gate.COOKIE);
        Viewer viewer = gate.sessions.viewer(session);
        if (viewer != null) {
            gate.sessions.end(session);
            gate.audit.signed(viewer.name(), "signed out", context.ip());
        }
        cookie(context, "", 0);
        context.json(Map.of());
    }

    private static void cookie(Context context, String value, int maxAge) {
        boolean secure = "https".equals(context.header("X-Forwarded-Proto"));
        context.cookie(
                new Cookie(
                        Gate.COOKIE,
                        value,
                        "/",
                        maxAge,
                        secure,
                        0,
                        true,
                        null,
                        null,
                        SameSite.STRICT));
    }
}
