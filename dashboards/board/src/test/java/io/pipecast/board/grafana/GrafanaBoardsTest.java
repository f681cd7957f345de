package io.pipecast.board.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.metrics.MetricName;
import io.pipecast.board.metrics.Promtool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrafanaBoardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\$(?!__)(\\w+)");
    private static final Pattern METRIC = Pattern.compile("(?<![:\\w])pipecast_[a-z0-9_]+");

    private static List<JsonNode> boards() throws IOException {
        try (Stream<Path> files = Files.list(Boards.DIRECTORY)) {
            return files.sorted().map(GrafanaBoardsTest::read).toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> panels() throws IOException {
        List<JsonNode> panels = new ArrayList<>();
        boards().forEach(board -> board.path("panels").forEach(panels::add));
        return panels;
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        panels().forEach(
                        panel ->
                                panel.path("targets")
                                        .findValuesAsText("expr")
                                        .forEach(queries::add));
        boards().forEach(
                        board ->
                                board.path("annotations")
                                        .findValuesAsText("expr")
                                        .forEach(queries::add));
        return queries;
    }

    /** {@code -Dpipecast.update=true} writes the files anew. */
    @Test
    void committedBoardsAreThoseOfTheDefinition() throws Exception {
        Map<Path, String> made = Boards.files();
        for (Map.Entry<Path, String> file : made.entrySet()) {
            if (Boolean.getBoolean("pipecast.update")) {
                Files.writeString(file.getKey(), file.getValue());
            }
            assertThat(file.getKey()).hasContent(file.getValue());
        }
        try (Stream<Path> files = Files.list(Boards.DIRECTORY)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(made.keySet());
        }
    }

    @Test
    void boardsAreProvisionedNotEdited() throws Exception {
        assertThat(boards())
                .hasSize(5)
                .allSatisfy(board -> assertThat(board.path("schemaVersion").asInt()).isEqualTo(42))
                .allSatisfy(board -> assertThat(board.path("editable").asBoolean()).isFalse());
        assertThat(boards().stream().map(board -> board.path("uid").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPanelSaysItsUnitAndWhatItShows() throws Exception {
        assertThat(panels())
                .isNotEmpty()
                .allSatisfy(
                        panel -> {
                            assertThat(panel.path("description").asText()).isNotBlank();
                            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                                    .isNotBlank();
                            assertThat(panel.path("targets")).isNotEmpty();
                            assertThat(panel.path("targets").findValuesAsText("refId"))
                                    .doesNotHaveDuplicates();
                            assertThat(panel.at("/datasource/uid").asText())
                                    .isEqualTo("${datasource}");
                        });
    }

    @Test
    void noPanelCoversAnother() throws Exception {
        for (JsonNode board : boards()) {
            Set<String> taken = new HashSet<>();
            for (JsonNode panel : board.path("panels")) {
                JsonNode at = panel.path("gridPos");
                int right = at.path("x").asInt() + at.path("w").asInt();
                assertThat(right).isLessThanOrEqualTo(24);
                for (int x = at.path("x").asInt(); x < right; x++) {
                    for (int y = 0; y < at.path("h").asInt(); y++) {
                        assertThat(taken.add(x + "," + (at.path("y").asInt() + y))).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyVariableOfAQueryIsOfItsBoard() throws Exception {
        for (JsonNode board : boards()) {
            List<String> known = board.at("/templating/list").findValuesAsText("name");
            List<String> used = new ArrayList<>();
            for (String query : board.path("panels").findValuesAsText("expr")) {
                VARIABLE.matcher(query).results().forEach(found -> used.add(found.group(1)));
            }
            assertThat(known).containsAll(used);
        }
    }

    @Test
    void queriesNameOnlyMetricsThatExist() throws Exception {
        List<String> known = Arrays.stream(MetricName.values()).map(name -> name.key).toList();

        assertThat(queries().stream().flatMap(GrafanaBoardsTest::metricsOf))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    private static Stream<String> metricsOf(String query) {
        return METRIC.matcher(query).results().map(result -> result.group());
    }

    @Test
    void quantilesAndChancesAreNeverSummed() throws Exception {
        assertThat(queries())
                .noneMatch(
                        query ->
                                query.matches(
                                        ".*(sum|avg)[^)]*_(p10|p50|p90|reach_quota|chance)_.*"));
    }

    @Test
    void prometheusUnderstandsEveryQuery(@TempDir Path scratch) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: boards\n    rules:\n");
        for (String query : queries()) {
            String plain = query.replace("$__rate_interval", "5m").replace("$", "");
            rules.append("      - record: board:query\n        expr: ")
                    .append(JSON.writeValueAsString(plain))
                    .append("\n        labels: {query: \"")
                    .append(rules.length())
                    .append("\"}\n");
        }
        Path file = Files.writeString(scratch.resolve("queries.yml"), rules);

        assertThat(Promtool.says(null, scratch, "check", "rules", file.toString()))
                .contains("SUCCESS");
    }
}
