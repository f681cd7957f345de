package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    @TempDir private Path work;
    private Path config;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        config = Files.writeString(work.resolve("pipecast.yaml"), "company: Made\n");
    }

    @Test
    void writesTheSameModelTwiceAndSaysWhatItLearned() throws IOException {
        Path events = Files.writeString(work.resolve("events.jsonl"), log(60));
        assertThat(train(events, work.resolve("a.avro"))).isZero();
        assertThat(train(events, work.resolve("b.avro"))).isZero();
        assertThat(work.resolve("a.avro")).hasSameBinaryContentAs(work.resolve("b.avro"));
        assertThat(out.toString())
                .contains("of 60 deals, 30 won and 30 lost")
                .contains("Discovery");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void refusesALogWithoutDealsInOneLine() throws IOException {
        Path events = Files.writeString(work.resolve("events.jsonl"), "not a record\n");
        assertThat(train(events, work.resolve("a.avro"))).isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--events must hold deals to learn from");
    }

    @Test
    void refusesAMissingFileInOneLine() {
        assertThat(train(work.resolve("none.jsonl"), work.resolve("a.avro")))
                .isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--events must be a readable file");
    }

    @Test
    void namesEveryFileThatIsMissingAtOnce() throws IOException {
        Files.delete(config);
        assertThat(train(work.resolve("none.jsonl"), work.resolve("a.avro")))
                .isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString())
                .contains("--events must be a readable file, was ")
                .contains("configuration file must exist, was ");
    }

    @Test
    void refusesAnUntilBeforeTheLogInOneLine() throws IOException {
        Path events = Files.writeString(work.resolve("events.jsonl"), log(10));
        assertThat(train(events, work.resolve("a.avro"), "--until", "2020-01-01"))
                .isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString().lines()).hasSize(1);
    }

    private int train(Path events, Path model, String... more) {
        CommandLine line = Pipecast.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] options = {
            "train", "--events", "" + events, "--config", "" + config, "--out", "" + model
        };
        String[] all = Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return line.execute(all);
    }

    /** A deal a day, won or lost by turns after ten days. */
    private static String log(int deals) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < deals; i++) {
            line(
                    lines,
                    i,
                    i,
                    "\"operation\":\"CREATE\",\"stage\":\"Discovery\",\"owner\":\"u1\",\"amount\":1000");
            line(
                    lines,
                    i,
                    i + 10,
                    "\"operation\":\"UPDATE\",\"stage\":\"Closed "
                            + (i % 2 == 0 ? "Won" : "Lost")
                            + "\"");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, int deal, int day, String rest) {
        String at = LocalDate.of(2025, 1, 1).plusDays(day) + "T10:00:00Z";
        lines.append("{\"type\":\"opportunity\",\"eventId\":\"e")
                .append(deal)
                .append('-')
                .append(day);
        lines.append("\",\"opportunityId\":\"d")
                .append(deal)
                .append("\",\"occurredAt\":\"")
                .append(at)
                .append("\",");
        lines.append(rest).append("}\n");
    }
}
