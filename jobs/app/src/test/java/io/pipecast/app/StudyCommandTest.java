package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StudyCommandTest {
    @TempDir private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void judgesSmallCompaniesAndWritesEveryNumber() throws IOException {
        Path json = directory.resolve("study.json");
        int code =
                study(
                        "--world=hazard",
                        "--companies=2",
                        "--reps=4",
                        "--training=2",
                        "--quarters=1",
                        "--samples=4",
                        "--json=" + json,
                        "--rows=" + directory);
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("world hazard: 2 companies of 4 reps, 1 judged quarters each")
                .contains("0 landings disputed, 0 snapshots without odds");

        JsonNode world = new ObjectMapper().readTree(json.toFile()).get("hazard");
        assertThat(world.at("/plan/firstSeed").asLong()).isEqualTo(1);
        JsonNode company = world.at("/coverage/company/first");
        assertThat(company.get("periods").asInt()).isEqualTo(2);
        assertThat(company.get("covered").asDouble()).isBetween(0.0, 1.0);
        assertThat(world.at("/errors/company/oneThird/rows").asInt()).isEqualTo(2);
        assertThat(world.at("/errors/company/oneThird/trueOdds").asDouble()).isPositive();
        assertThat(world.at("/errors/rep/oneThird/trueOdds").isNull()).isTrue();
        assertThat(world.at("/skill/0/horizon").asText()).isEqualTo("within14d");
        assertThat(world.at("/skill/2/rows").asInt()).isGreaterThan(500);
        assertThat(world.at("/byJudgedQuarter/0/quarter").asInt()).isZero();
        assertThat(Files.readAllLines(directory.resolve("hazard-landings.jsonl")))
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.startsWith("{\"seed\":"));
    }

    @Test
    void resultsDoNotDependOnHowManyRunAtATime() throws IOException {
        Path one = directory.resolve("one.json");
        Path two = directory.resolve("two.json");
        List<String> plan =
                List.of(
                        "--world=network",
                        "--companies=2",
                        "--reps=3",
                        "--training=1",
                        "--quarters=1",
                        "--samples=2");
        study(plan, "--threads=1", "--json=" + one);
        study(plan, "--threads=2", "--json=" + two);
        assertThat(one).hasSameTextualContentAs(two);
    }

    @Test
    void seedsOfDevelopmentAndEvaluationAreNotMixed() {
        assertThat(study("--first-seed=990", "--companies=20")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "pipecast: --first-seed and --companies must stay below 1000 or begin"
                                + " there, were 990 and 20");
    }

    private int study(List<String> plan, String... more) {
        List<String> all = new ArrayList<>(plan);
        all.addAll(List.of(more));
        return study(all.toArray(new String[0]));
    }

    private int study(String... options) {
        List<String> arguments = new ArrayList<>(List.of("study"));
        arguments.addAll(List.of(options));
        CommandLine line = Pipecast.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(new String[0]));
    }
}
