package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.PipecastConfig;
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

class SimulateCommandTest {
    @TempDir private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheLogItsConfigurationAndTheTruth() throws IOException {
        Path events = directory.resolve("events.jsonl");
        Path truth = directory.resolve("truth.jsonl");

        Path odds = directory.resolve("odds.jsonl");
        String[] also = {"--truth", truth.toString(), "--odds", odds.toString()};
        assertThat(simulate(events, also)).isZero();

        List<String> lines = Files.readAllLines(events);
        assertThat(lines.get(0)).startsWith("{\"type\":\"organization\"");
        assertThat(out.toString()).startsWith(lines.size() + " events in " + events);
        assertThat(ids(truth)).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(truth))
                .hasSizeGreaterThan(50)
                .anyMatch(l -> l.contains("\"outcome\":\"WON\""))
                .anyMatch(l -> l.contains("\"outcome\":\"OPEN\""));
        assertThat(Files.readAllLines(odds))
                .hasSizeGreaterThan(50)
                .allMatch(l -> l.contains("\"within30d\":"));
        PipecastConfig config =
                PipecastConfig.load(directory.resolve("events.jsonl.pipecast.yaml"));
        assertThat(config.pipeline().company()).isEqualTo("Halden Instruments");
    }

    @Test
    void writesTheLandingsAndTheOddsOfAnotherWorld() throws IOException {
        Path odds = directory.resolve("odds.jsonl");
        Path landings = directory.resolve("landings.jsonl");
        int code =
                simulate(
                        directory.resolve("events.jsonl"),
                        "--world=network",
                        "--odds=" + odds,
                        "--odds-every=60",
                        "--odds-samples=5",
                        "--landings=" + landings);
        assertThat(code).isZero();
        assertThat(Files.readAllLines(odds)).allMatch(l -> l.contains("\"samples\":5"));
        assertThat(Files.readAllLines(odds).stream().map(l -> l.split("\"")[7]).distinct())
                .containsExactly("2025-04-01", "2025-05-31", "2025-07-30");
        assertThat(Files.readAllLines(landings))
                .anyMatch(
                        l ->
                                l.startsWith(
                                        "{\"period\":\"2025-Q2\",\"tree\":\"REPORTING\",\"node\":\"company\",\"amount\":"));
    }

    @Test
    void anUnknownWorldIsAnErrorThatNamesTheWorlds() {
        assertThat(simulate(directory.resolve("x.jsonl"), "--world=mars")).isEqualTo(2);
        assertThat(err.toString()).contains("--world").contains("NETWORK").contains("mars");
    }

    private static List<String> ids(Path truth) throws IOException {
        return Files.readAllLines(truth).stream().map(l -> l.split("\"")[3]).toList();
    }

    @Test
    void sameSeedWritesTheSameBytes() throws IOException {
        Path first = directory.resolve("first.jsonl");
        Path second = directory.resolve("second.jsonl");

        simulate(first, "--seed", "5", "--mess");
        simulate(second, "--seed", "5", "--mess");

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void anImpossiblePlanIsOneLineAndCodeTwo() {
        assertThat(simulate(directory.resolve("x.jsonl"), "--reps", "0")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("pipecast: reps must be between 1 and 10000, was 0");
    }

    @Test
    void anUnwritablePlaceIsOneLineAndCodeTwo() {
        Path nowhere = directory.resolve("missing").resolve("x.jsonl");
        assertThat(simulate(nowhere)).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("pipecast: cannot write " + nowhere);
    }

    private int simulate(Path events, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("simulate", "--out", events.toString(), "--days", "120"));
        if (!List.of(more).contains("--reps")) {
            arguments.addAll(List.of("--reps", "6"));
        }
        arguments.addAll(List.of(more));
        CommandLine line = Pipecast.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(new String[0]));
    }
}
