package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardServer;
import io.pipecast.board.SampleBoard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A board over the sample company, and what it answers. */
final class SampleApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BoardServer board = BoardServer.open(SampleBoard.options(0));

    SampleApi() {
        new SampleBoard().fill(board.sink());
    }

    /** The answer to a path, whatever it is. */
    HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + board.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** The JSON of an answer that must be 200. */
    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Asserts that a path is refused with a status and exactly this message. */
    void refused(String path, int status, String message) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo(message);
    }

    @Override
    public void close() {
        board.close();
    }
}
