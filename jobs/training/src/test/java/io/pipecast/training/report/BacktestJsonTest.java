package io.pipecast.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BacktestJsonTest {
    private static final Pattern PATH = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void theDescriptionListsWhatIsWrittenAndNothingElse() throws IOException {
        String description =
                Files.readString(RealData.projectRoot().resolve("schemas/backtest.md"));
        Set<String> described = new TreeSet<>();
        PATH.matcher(description).results().forEach(found -> described.add(found.group(1)));
        Set<String> written = new TreeSet<>();
        paths(
                "",
                new ObjectMapper().readTree(BacktestJson.text(MadeBacktest.result("Made"))),
                written);
        Set<String> generalized = new TreeSet<>();
        for (String path : written) {
            generalized.add(described.contains(path) ? path : generalized(path));
        }
        assertThat(generalized).containsExactlyElementsOf(described);
    }

    /** A path whose last name is data. */
    private static String generalized(String path) {
        return path.contains("byModel[].forecasts[].")
                ? "deals.targets[].byModel[].forecasts[].*"
                : path.substring(0, path.lastIndexOf('.')) + ".*";
    }

    private static void paths(String at, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            field ->
                                    paths(
                                            at.isEmpty()
                                                    ? field.getKey()
                                                    : at + "." + field.getKey(),
                                            field.getValue(),
                                            into));
        } else if (node.isArray()) {
            node.forEach(element -> paths(at + "[]", element, into));
        } else {
            into.add(at);
        }
    }

    @Test
    void equalResultsGiveEqualBytes() {
        assertThat(BacktestJson.text(MadeBacktest.result("Made")))
                .isEqualTo(BacktestJson.text(MadeBacktest.result("Made")));
    }

    @Test
    void theVerdictComparesWithTheBestOfWhatTheCompanyHas() throws IOException {
        JsonNode verdict =
                new ObjectMapper()
                        .readTree(BacktestJson.text(MadeBacktest.result("Made")))
                        .get("verdict");
        // at one third: 50 and 100 off of 3000, against 1000 and 600
        assertThat(verdict.get("kind").asText()).isEqualTo("mixed");
        assertThat(verdict.get("error").asDouble()).isEqualTo(0.05);
        assertThat(verdict.get("rivalError").asDouble()).isEqualTo(0.533333);
        assertThat(verdict.get("sentence").asText())
                .isEqualTo(
                        "One third into the period, the forecast was off by 5.0 % on average over "
                                + "2 periods; Stage-weighted by 53 %; Run rate by 0.2 %.");
    }

    @Test
    void withoutPeriodsTheVerdictIsAboutDeals() {
        Verdict verdict = Verdict.of(MadeBacktest.withoutPeriods());
        assertThat(verdict.sentence()).startsWith("No whole period could be judged.");
        assertThat(verdict.error()).isNaN();
    }
}
