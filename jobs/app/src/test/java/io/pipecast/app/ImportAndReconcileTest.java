package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.testkit.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The two commands as a user types them: what they print, and how they end. */
class ImportAndReconcileTest {
    @TempDir Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        write(
                "mapping.yaml",
                """
                source: crm
                format: csv
                rows: deals
                time: date
                currency: USD
                finalColumns: [closed]
                always: {opportunityId: id}
                rules:
                  - name: created
                    emit: opportunity
                    set:
                      operation: {constant: CREATE}
                      occurredAt: opened
                      stage: {constant: Open}
                      owner: rep
                      amount: amount
                  - name: won
                    when: {column: closed, present: true}
                    emit: opportunity
                    set:
                      operation: {constant: UPDATE}
                      occurredAt: closed
                      stage: {constant: Won}
                      closeDate: closed
                """);
        write(
                "pipecast.yaml",
                """
                stages:
                  - {name: Open, outcome: open, probability: 0.5}
                  - {name: Won, outcome: won}
                  - {name: Lost, outcome: lost}
                """);
        write("deals.csv", "id,rep,opened,closed,amount\n1,ann,2024-01-05,2024-02-01,99.5\n");
    }

    @Test
    void whatIsImportedReconcilesWithTheReport() throws IOException {
        write("report.csv", "id,stage,amount,closeDate,owner\n1,Won,99.50,2024-02-01,ann\n");

        assertThat(importing("--out", dir.resolve("events.jsonl").toString())).isZero();
        assertThat(out.toString()).startsWith("2 opportunity; rows refused 0");
        assertThat(reconciling("2024-03-01T00:00:00Z")).isZero();
        assertThat(out.toString()).contains("equal to the cent: 1 deals");
    }

    @Test
    void aDifferenceEndsWithExitCodeOne() throws IOException {
        write("report.csv", "id,stage,amount,closeDate,owner\n1,Won,99.51,2024-02-01,ann\n");
        importing("--out", dir.resolve("events.jsonl").toString());

        assertThat(reconciling("2024-03-01")).isEqualTo(1);
        assertThat(out.toString()).contains("1: amount differs, CRM 99.51 USD, Pipecast 99.50 USD");
    }

    @Test
    void refusedRowsAreKeptAndSaid() throws IOException {
        write("deals.csv", "id,rep,opened,closed,amount\n1,ann,2024-01-05,,1\n2,bob,soon,,1\n");

        assertThat(importing("--out", dir.resolve("events.jsonl").toString())).isZero();
        assertThat(err.toString()).contains("1 rows refused, see ");
        assertThat(dir.resolve("events.jsonl.rejected.jsonl"))
                .content()
                .contains("\"line\":3", "occurredAt must be an ISO-8601 date, was soon");
    }

    @Test
    void nothingUsableEndsWithExitCodeOne() throws IOException {
        write("deals.csv", "id,rep,opened,closed,amount\n2,bob,soon,,1\n");

        assertThat(importing("--out", dir.resolve("events.jsonl").toString())).isEqualTo(1);
    }

    @Test
    void aDryRunWritesNothing() {
        assertThat(importing("--dry-run")).isZero();
        assertThat(out.toString()).contains("what the board can show of this source");
        assertThat(dir.toFile().list())
                .containsExactlyInAnyOrder("mapping.yaml", "pipecast.yaml", "deals.csv");
    }

    @Test
    void whereNoBrokerAnswersNothingIsBegun() throws IOException {
        String servers = "127.0.0.1:" + Ports.free();
        String events = dir.resolve("events.jsonl").toString();

        assertThat(importing("--out", events, "--bootstrap-servers", servers)).isEqualTo(2);
        assertThat(err.toString())
                .contains("kafka.bootstrapServers must be a reachable broker, was " + servers);
        assertThat(dir.toFile().list())
                .containsExactlyInAnyOrder("mapping.yaml", "pipecast.yaml", "deals.csv");
    }

    @Test
    void wrongInputIsOneLineAndExitCodeTwo() throws IOException {
        assertThat(importing()).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "pipecast: one of --out, --bootstrap-servers and --dry-run is required");
        write("mapping.yaml", "source: crm\nformat: csv\nrows: dealz\nrules: []\n");
        assertThat(importing("--dry-run")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "  rows must be one of events, deals, was dealz",
                        "  rules must have at least one rule");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void anUnknownColumnIsNamed() throws IOException {
        write("deals.csv", "id,owner,opened,closed,amount\n");

        assertThat(importing("--dry-run")).isEqualTo(2);
        assertThat(err.toString())
                .contains("must have the column rep, has id, owner, opened, closed, amount");
    }

    private int importing(String... options) {
        String[] fixed = {
            "import",
            "csv",
            path("deals.csv"),
            "--mapping",
            path("mapping.yaml"),
            "--config",
            path("pipecast.yaml")
        };
        String[] all = new String[fixed.length + options.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(options, 0, all, fixed.length, options.length);
        return run(all);
    }

    private int reconciling(String at) {
        return run(
                "reconcile",
                "--crm-report",
                path("report.csv"),
                "--at",
                at,
                "--events",
                path("events.jsonl"),
                "--config",
                path("pipecast.yaml"));
    }

    private int run(String... args) {
        CommandLine line = Pipecast.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }
}
