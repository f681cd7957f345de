package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.PROMETHEUS;
import static io.pipecast.board.SampleUsers.REP;
import static io.pipecast.board.SampleUsers.REVOPS;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleUsers;
import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.audit.AuditLog;
import io.pipecast.board.control.ControlSender;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the board, asked for by everybody. */
class RouteAccessTest {
    private static final Set<SampleUsers> PEOPLE = EnumSet.of(LEADER, REVOPS, MANAGER, REP);

    /** Who may ask for what; a route that is not here fails the test. */
    private static final Map<String, Access> CLASSIFIED = new TreeMap<>();

    static {
        classify(
                Access.ANYBODY,
                "GET /",
                "GET /deals",
                "GET /deals/{id}",
                "GET /alerts",
                "GET /week",
                "GET /model",
                "GET /sign-in",
                "GET /audit",
                "GET /call",
                "GET /-/ready",
                "GET /-/healthy",
                "POST /api/sign-in",
                "POST /api/sign-out");
        classify(
                Access.VIEWER,
                "GET /api/forecast",
                "GET /api/nodes",
                "GET /api/history",
                "GET /api/bridge",
                "GET /api/deals",
                "GET /api/deals/{id}",
                "GET /api/moves",
                "GET /api/deals.csv",
                "GET /api/forecast.csv",
                "GET /api/week",
                "GET /api/alerts",
                "GET /api/alerts.csv",
                "GET /api/feeds",
                "GET /api/definitions",
                "GET /api/status",
                "GET /api/stream",
                "GET /api/calls",
                "GET /api/calls.csv",
                "POST /api/calls",
                "POST /api/deals/{id}/override",
                "POST /api/alerts/{id}/actions");
        classify(
                Access.OVERSEER,
                "GET /api/models",
                "GET /api/overrides",
                "GET /api/alert-quality",
                "GET /api/audit",
                "GET /api/audit.csv");
        classify(Access.METRICS, "GET /metrics");
    }

    private static void classify(Access access, String... routes) {
        Arrays.stream(routes).forEach(route -> CLASSIFIED.put(route, access));
    }

    private static GuardedBoard board;

    @BeforeAll
    static void open() {
        board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN));
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static List<BoardHttp.Route> routes() {
        Views views = new Views(SampleBoard.settings(), () -> 0, Changes.NONE);
        Sight sight = new Sight(views, AccessSettings.OPEN);
        var options = SampleBoard.options(0);
        BoardMetrics metrics =
                new BoardMetrics(views, sight, options, () -> true, new DeliveryLog());
        try (BoardHttp http =
                BoardHttp.start(
                        options,
                        views,
                        sight,
                        new LiveStream(),
                        metrics,
                        new ControlSender(null),
                        new AuditLog(""),
                        () -> true)) {
            return http.routes();
        }
    }

    private static String named(BoardHttp.Route route) {
        return route.method() + " " + route.path();
    }

    @Test
    void everyRouteSaysWhoMayAskAndIsClassifiedHere() {
        Map<String, Set<?>> registered = new TreeMap<>();
        routes().forEach(route -> registered.put(named(route), route.access()));
        Map<String, Set<?>> expected = new TreeMap<>();
        CLASSIFIED.forEach((route, access) -> expected.put(route, Set.of(access)));

        assertThat(registered).isEqualTo(expected);
    }

    @Test
    void nobodyGetsInWithoutSigningInAndEachRoleGetsWhatIsMeantForIt() throws Exception {
        for (BoardHttp.Route route : routes()) {
            Access access = CLASSIFIED.get(named(route));
            int anonymous = status(route, null);
            if (access == Access.ANYBODY) {
                assertThat(anonymous).as(named(route)).isNotIn(404, 500);
                continue;
            }
            assertThat(anonymous).as(named(route)).isEqualTo(401);
            for (SampleUsers who : SampleUsers.values()) {
                String what = named(route) + " of " + who;
                if (admitted(access, who)) {
                    // 403: RevOps has no node to call
                    assertThat(status(route, who)).as(what).isIn(200, 400, 403);
                } else {
                    assertThat(status(route, who)).as(what).isEqualTo(404);
                }
            }
        }
    }

    private static boolean admitted(Access access, SampleUsers who) {
        return switch (access) {
            case ANYBODY -> true;
            case VIEWER -> PEOPLE.contains(who);
            case OVERSEER -> who == LEADER || who == REVOPS;
            case METRICS -> who == LEADER || who == REVOPS || who == PROMETHEUS;
        };
    }

    /** Of a deal and an alert that everybody of the sample sees. */
    private static int status(BoardHttp.Route route, SampleUsers who) throws Exception {
        String id = "006-0100";
        if (route.path().startsWith("/api/alerts/")) {
            var alert =
                    board.json("/api/alerts?show=all", REP).path("open").get(0).path("id").asText();
            id = java.net.URLEncoder.encode(alert, java.nio.charset.StandardCharsets.UTF_8);
        }
        HttpRequest.Builder request = board.request(route.path().replace("{id}", id), who);
        if (route.method() == HandlerType.POST) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            boolean signsIn = route.path().equals("/api/sign-in");
            return signsIn ? 200 : board.send(request).statusCode();
        }
        HttpResponse<java.io.InputStream> answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    @Test
    void anotherMethodTellsNothingAndFailsNothing() throws Exception {
        for (String path : new String[] {"/", "/api/deals", "/metrics", "/assets/board.css"}) {
            var head = board.send(board.request(path, null).method("HEAD", noBody()));
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String method : new String[] {"PUT", "DELETE", "OPTIONS"}) {
                var answer = board.send(board.request(path, null).method(method, noBody()));
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
            }
        }
    }

    @Test
    void whatARoleMayNotAskForIsAnsweredLikeWhatDoesNotExist() throws Exception {
        assertThat(board.get("/api/models", REP).body())
                .isEqualTo(board.get("/api/nothing", REP).body().replace("nothing", "models"));
    }
}
