package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleUsers;
import io.pipecast.board.SentRecords;
import io.pipecast.board.views.RowSink;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.settings.AccessSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A board over the sample company at which people sign in. */
final class GuardedBoard implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    final SampleBoard sample = new SampleBoard();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BoardServer board;
    private final SentRecords sent = new SentRecords();

    GuardedBoard(AccessSettings access) {
        board = BoardServer.open(SampleBoard.options(0).seenBy(access), sent.sender());
        sample.fill(board.sink());
        sample.fill(board.steering());
        board.caughtUp();
    }

    RowSink sink() {
        return board.sink();
    }

    /** Brings the board what it has sent last, as Kafka would; answers what it is. */
    Input delivered() {
        return sent.deliverTo(board);
    }

    /** How much the board has sent. */
    int sent() {
        return sent.count();
    }

    /** A request of somebody, or of nobody in particular. */
    HttpRequest.Builder request(String path, SampleUsers who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return who == null ? request : request.header("Authorization", "Bearer " + who.token);
    }

    String address() {
        return "http://127.0.0.1:" + board.port();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, SampleUsers who) throws Exception {
        return send(request(path, who));
    }

    HttpResponse<String> post(String path, String body, SampleUsers who) throws Exception {
        return send(
                request(path, who)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode json(String path, SampleUsers who) throws Exception {
        HttpResponse<String> answer = get(path, who);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        board.close();
    }
}
