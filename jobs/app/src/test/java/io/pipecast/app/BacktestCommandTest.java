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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {
    @TempDir private static Path work;

    private static Path log;
    private static Path config;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void simulate() {
        log = work.resolve("log.jsonl");
        config = work.resolve("log.jsonl.pipecast.yaml");
        int exit =
                Pipecast.commandLine()
                        .execute(
                                "simulate",
                                "--reps",
                                "5",
                                "--days",
                                "300",
                                "--seed",
                                "3",
                                "--out",
                                log.toString());
        assertThat(exit).isZero();
    }

    private int run(String... options) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "--events",
                                log.toString(),
                                "--config",
                                config.toString()));
        args.addAll(List.of(options));
        if (!args.contains("--effort")) {
            args.addAll(List.of("--effort", "hazards"));
        }
        CommandLine command = Pipecast.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }

    @Test
    void judgesThePastByTheModelsOfItsTime() throws IOException {
        Path json = work.resolve("one.json");
        Path page = work.resolve("one.html");
        assertThat(run("--json", json.toString(), "--report", page.toString())).isZero();
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.at("/deals/snapshots").asInt())
                .isPositive()
                .isEqualTo(result.at("/deals/openMidnights").asInt());
        assertThat(result.at("/deals/targets/0/unscored").asInt()).isZero();
        assertThat(result.at("/models").size()).isGreaterThan(2);
        for (JsonNode model : result.at("/models")) {
            // a model's version names the day before which everything it knows lies
            assertThat(model.get("version").asText()).contains(model.get("from").asText());
        }
        assertThat(result.at("/periods/company").size()).isPositive();
        assertThat(out.toString()).contains("against stageTime");
        assertThat(Files.readString(page)).contains("<main");
    }

    @Test
    void equalInputGivesEqualBytesWhateverTheParallelism() throws IOException {
        Path first = work.resolve("first.json");
        Path second = work.resolve("second.json");
        assertThat(weekly("2", first)).isZero();
        assertThat(weekly("1", second)).isZero();
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
    }

    private int weekly(String parallelism, Path json) {
        return run(
                "--every",
                "P90D",
                "--effort",
                "linear",
                "--snapshot-every",
                "P7D",
                "--draws",
                "20",
                "--parallelism",
                parallelism,
                "--json",
                json.toString());
    }

    @Test
    void aGivenModelIsJudgedAfterItsTraining() throws IOException {
        Path model = work.resolve("model.avro");
        Path json = work.resolve("given.json");
        int trained =
                Pipecast.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .execute(
                                "train",
                                "--events",
                                log.toString(),
                                "--config",
                                config.toString(),
                                "--until",
                                "2025-10-01",
                                "--out",
                                model.toString());
        assertThat(trained).isZero();
        assertThat(run("--model", model.toString(), "--json", json.toString())).isZero();
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.at("/plan/from").asText()).isEqualTo("2025-10-01");
        assertThat(result.at("/models").size()).isEqualTo(1);
        assertThat(result.at("/plan/givenModel").asText())
                .isEqualTo(result.at("/models/0/version").asText());
    }

    @Test
    void periodsCanBeMoved() throws IOException {
        Path json = work.resolve("moved.json");
        assertThat(
                        run(
                                "--period-shift",
                                "P7D",
                                "--snapshot-every",
                                "P7D",
                                "--json",
                                json.toString()))
                .isZero();
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.at("/periods/company/0/start").asText()).endsWith("-08");
    }

    @Test
    void aFactOfAWrongYearDoesNotMoveTheEndOfTheLog() throws IOException {
        Path json = work.resolve("wrong.json");
        Path wrong = work.resolve("wrong.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.add(
                lines.stream()
                        .filter(line -> line.contains("\"operation\":\"CREATE\""))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll("\"occurredAt\":\"[0-9]{4}", "\"occurredAt\":\"2079")
                        .replaceAll("\"(eventId|opportunityId)\":\"", "\"$1\":\"wrong-"));
        Files.write(wrong, lines);
        int exit =
                Pipecast.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .execute(
                                "backtest",
                                "--events",
                                wrong.toString(),
                                "--config",
                                config.toString(),
                                "--snapshot-every",
                                "P7D",
                                "--json",
                                json.toString());
        assertThat(exit).isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()).at("/log/lastDay").asText())
                .startsWith("202");
    }

    @Test
    void tooLittleHistoryIsSaidInALine() throws IOException {
        Path little = work.resolve("little.jsonl");
        Files.write(little, Files.readAllLines(log).subList(0, 3000));
        int exit =
                Pipecast.commandLine()
                        .setErr(new PrintWriter(err, true))
                        .execute(
                                "backtest",
                                "--events",
                                little.toString(),
                                "--config",
                                config.toString());
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("pipecast: a backtest must have 10 won and 10 lost deals before");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThat(run("--target", "soon")).isEqualTo(2);
        assertThat(run("--stages", "Nowhere")).isEqualTo(2);
        assertThat(run("--every", "P0D")).isEqualTo(2);
        assertThat(run("--from", "2027-01-01")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--target must be one of within14d, within30d, currentPeriod, ever")
                .contains("--stages must be configured stages, was Nowhere")
                .contains("--every must be a period of whole days such as P1D, was P0D")
                .contains("--from must be before --to");
    }
}
