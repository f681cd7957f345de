// SPDX-License-Identifier: Apache-2.0

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks a Prometheus every query of every panel of the Grafana boards, with the boards' own choices,
 * and says which panel has no data.
 *
 * <pre>java -cp 'jobs/app/target/lib/*' deploy/watch/CheckBoards.java DIRECTORY PROMETHEUS [--without REGEX]</pre>
 *
 * Exit code 0 where every query has data, 1 where one has none, 2 where something is wrong.
 * {@code --without} leaves out queries in which the expression is found, such as {@code flink_}.
 */
final class CheckBoards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String prometheus;
    private final String without;
    private int asked;
    private int leftOut;
    private final List<String> empty = new ArrayList<>();

    private CheckBoards(String prometheus, String without) {
        this.prometheus = prometheus;
        this.without = without;
    }

    public static void main(String[] arguments) throws Exception {
        boolean leavesOut = arguments.length == 4 && arguments[2].equals("--without");
        if (arguments.length != 2 && !leavesOut) {
            System.err.println("usage: CheckBoards DIRECTORY PROMETHEUS [--without REGEX]");
            System.exit(2);
        }
        CheckBoards check = new CheckBoards(arguments[1], leavesOut ? arguments[3] : null);
        List<Path> boards;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            boards = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path board : boards) {
            check.board(JSON.readTree(board.toFile()));
        }
        System.out.printf(
                "%d boards, %d queries, %d without data, %d left out%n",
                boards.size(), check.asked, check.empty.size(), check.leftOut);
        System.exit(boards.isEmpty() || check.asked == 0 ? 2 : check.empty.isEmpty() ? 0 : 1);
    }

    private void board(JsonNode board) throws Exception {
        int before = empty.size();
        int panels = 0;
        for (JsonNode panel : board.path("panels")) {
            panels++;
            for (JsonNode target : panel.path("targets")) {
                target(board, panel, target.path("expr").asText());
            }
        }
        String title = board.path("title").asText();
        System.out.printf("%-14s %2d panels%n", title, panels);
        empty.subList(before, empty.size()).forEach(line -> System.out.println("  no data: " + line));
    }

    private void target(JsonNode board, JsonNode panel, String query) throws Exception {
        if (without != null && Pattern.compile(without).matcher(query).find()) {
            leftOut++;
            return;
        }
        asked++;
        String chosen = chosen(board, query);
        if (series(chosen) == 0) {
            empty.add(panel.path("title").asText() + ": " + chosen);
        }
    }

    /** A query with what the board's variables are at first. */
    private static String chosen(JsonNode board, String query) {
        String chosen = query.replace("$__rate_interval", "1m");
        for (JsonNode variable : board.at("/templating/list")) {
            JsonNode value = variable.at("/current/value");
            String text = value.isArray() ? value.path(0).asText() : value.asText();
            String plain = text.equals("$__all") ? variable.path("allValue").asText() : text;
            chosen = chosen.replace("$" + variable.path("name").asText(), plain);
        }
        return chosen;
    }

    private int series(String query) throws Exception {
        String url =
                prometheus
                        + "/api/v1/query?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        JsonNode answer = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        if (!answer.path("status").asText().equals("success")) {
            System.err.println(query + ": " + answer.path("error").asText());
            System.exit(2);
        }
        return answer.at("/data/result").size();
    }
}
