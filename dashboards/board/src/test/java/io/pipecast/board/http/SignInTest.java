package io.pipecast.board.http;

import static io.pipecast.board.SampleUsers.LEADER;
import static io.pipecast.board.SampleUsers.MANAGER;
import static io.pipecast.board.SampleUsers.PROMETHEUS;
import static io.pipecast.board.SampleUsers.REP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.board.BoardException;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleUsers;
import io.pipecast.board.access.Guesses;
import io.pipecast.board.access.Sessions;
import io.pipecast.board.access.Viewer;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.codec.settings.BoardRole;
import io.pipecast.codec.settings.TokenHash;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private GuardedBoard board;

    @BeforeEach
    void open() {
        board = new GuardedBoard(SampleUsers.access(true, RepLabels.SHOWN));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private HttpResponse<String> signIn(String token) throws Exception {
        return board.post("/api/sign-in", "{\"token\":\"" + token + "\"}", null);
    }

    private int status(String path, String cookie) throws Exception {
        return board.send(board.request(path, null).header("Cookie", cookie)).statusCode();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    @Test
    void aTokenOpensASessionThatNoScriptReadsAndNoOtherSiteSends() throws Exception {
        HttpResponse<String> in = signIn(MANAGER.token);
        String session = cookie(in).replaceAll(";.*", "");

        assertThat(in.body()).isEqualTo("{\"name\":\"" + MANAGER.actor() + "\"}");
        assertThat(cookie(in)).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        assertThat(cookie(in)).doesNotContain(MANAGER.token);
        assertThat(status("/api/status", session)).isEqualTo(200);
        board.send(
                board.request("/api/sign-out", null)
                        .header("Cookie", session)
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(status("/api/status", session)).isEqualTo(401);
    }

    @Test
    void whatIsNoTokenOpensNothingAndTooManyAreNotLookedAt() throws Exception {
        String wrong = TokenHash.newToken(new SecureRandom());
        assertThat(signIn(PROMETHEUS.token).statusCode()).isEqualTo(401);
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = signIn(i % 2 == 0 ? wrong : "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"error\":\"this token is not known here\"}");
        }

        assertThat(signIn(wrong).statusCode()).isEqualTo(429);
        assertThat(board.get("/api/status", LEADER).statusCode()).isEqualTo(429);
    }

    @Test
    void nobodyWhoIsConfiguredIsAnybody() {
        assertThat(new Viewer("board", BoardRole.REVOPS, null).isAnybody()).isFalse();
        assertThat(Viewer.ANYBODY.isAnybody()).isTrue();
        assertThat(Viewer.ANYBODY.actor()).isEqualTo("board");
    }

    @Test
    void whatIsAnsweredIsKeptByNoProxyAndNoBrowser() throws Exception {
        assertThat(board.get("/api/deals", REP).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void guessesAreForgottenAfterAMinuteAndCountByAddress() {
        AtomicLong now = new AtomicLong();
        Guesses guesses = new Guesses(now::get);
        for (int i = 0; i < 10; i++) {
            assertThat(guesses.mayTry("a")).isTrue();
            guesses.failed("a");
        }

        assertThat(guesses.mayTry("a")).isFalse();
        assertThat(guesses.mayTry("b")).isTrue();
        now.set(60_000);
        assertThat(guesses.mayTry("a")).isTrue();
    }

    @Test
    void aSessionEnds() {
        AtomicLong now = new AtomicLong();
        Sessions sessions = new Sessions(Duration.ofHours(1), now::get);
        Viewer anna = new Viewer("Anna", BoardRole.LEADER, null);
        String id = sessions.begin(anna);

        now.set(3_599_999);
        assertThat(sessions.viewer(id)).isEqualTo(anna);
        now.set(3_600_000);
        assertThat(sessions.viewer(id)).isNull();
        assertThat(sessions.viewer(null)).isNull();
    }

    @Test
    void aPageOfAnotherSiteCanDoNothing() throws Exception {
        String path = "/api/alerts/none/actions";
        String body = "{\"kind\":\"acknowledge\"}";
        assertThat(board.post(path, body, REP).statusCode()).isEqualTo(404);
        for (String origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1"}) {
            HttpResponse<String> answer =
                    board.send(
                            board.request(path, REP)
                                    .header("Origin", origin)
                                    .header("Content-Type", "application/json")
                                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        HttpResponse<String> form =
                board.send(
                        board.request(path, REP)
                                .header("Origin", board.address())
                                .header("Content-Type", "text/plain")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
        assertThat(form.statusCode()).isEqualTo(400);
    }

    @Test
    void withoutSignInAForeignNameForThisMachineIsNotAnswered() throws Exception {
        try (GuardedBoard open = new GuardedBoard(AccessSettings.OPEN)) {
            assertThat(open.get("/api/status", null).statusCode()).isEqualTo(200);
            assertThat(firstLine(open.address(), "rebound.example")).contains("403");
            assertThat(firstLine(open.address(), "localhost:8480")).contains("200");
        }
    }

    private static String firstLine(String address, String host) throws Exception {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            PrintWriter out =
                    new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
            out.print("GET /api/status HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            out.flush();
            return new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void aBoardThatNobodyMaySignInToOrEverybodyReachesDoesNotStart() {
        BoardOptions options = SampleBoard.options(0);
        AccessSettings nobody =
                new AccessSettings(
                        AccessSettings.SignIn.TOKEN,
                        java.util.List.of(),
                        Duration.ofHours(1),
                        true,
                        RepLabels.SHOWN,
                        "",
                        false);
        assertThatThrownBy(() -> BoardServer.open(options.seenBy(nobody)))
                .isInstanceOf(BoardException.class)
                .hasMessageStartingWith("board.access.users must name who may sign in");
        assertThatThrownBy(() -> BoardServer.open(options.on("0.0.0.0")))
                .isInstanceOf(BoardException.class)
                .hasMessage(
                        "board.access.signIn must be token unless board.host is a loopback"
                                + " address, was none on 0.0.0.0");
    }

    @Test
    void prometheusReadsTheMetricsAndNothingElse() throws Exception {
        assertThat(board.get("/metrics", PROMETHEUS).body()).contains("pipecast_forecast_p50");
        assertThat(board.get("/metrics", null).statusCode()).isEqualTo(401);
        assertThat(board.get("/api/forecast", PROMETHEUS).statusCode()).isEqualTo(404);
    }
}
