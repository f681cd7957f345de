package io.pipecast.board.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusRulesTest {
    private static final Path PROMETHEUS = Path.of("../prometheus");
    private static final Path RULES = PROMETHEUS.resolve("rules/pipecast.yml");

    @TempDir Path scratch;

    private static List<String> matches(String pattern, Path file) throws Exception {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void rulesNameOnlyMetricsThatExist() throws Exception {
        List<String> known = Arrays.stream(MetricName.values()).map(name -> name.key).toList();

        assertThat(matches("\\bpipecast_[a-z0-9_]+", RULES)).isNotEmpty().allMatch(known::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipecast", "flink"})
    void everyAlertHasItsPlaceInTheRunbook(String file) throws Exception {
        Path rules = PROMETHEUS.resolve("rules/" + file + ".yml");
        String text = Files.readString(rules);
        String runbook = Files.readString(Path.of("../RUNBOOK.md"));

        assertThat(matches("(?<=alert: )\\w+", rules))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(runbook).contains("## " + alert + "\n"))
                .allSatisfy(
                        alert ->
                                assertThat(text)
                                        .contains("RUNBOOK.md#" + alert.toLowerCase(Locale.ROOT)));
    }

    @Test
    void prometheusAcceptsConfigurationAndRules() throws Exception {
        String config = PROMETHEUS.resolve("prometheus.yml").toString();

        assertThat(Promtool.says(null, scratch, "check", "config", config))
                .contains("17 rules found")
                .contains("3 rules found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipecast", "flink"})
    void alertsAreSilentThenFire(String file) throws Exception {
        String tests = PROMETHEUS.resolve("tests/" + file + "-test.yml").toString();

        assertThat(Promtool.says(null, scratch, "test", "rules", tests)).contains("SUCCESS");
    }
}
