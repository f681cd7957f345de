package io.pipecast.board.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.board.BoardException;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.audit.AuditEntry.Kind;
import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final long NOW = SampleBoard.NOW;

    @TempDir private Path work;
    private final InputDecoder decoder = new InputDecoder(SampleBoard.settings());

    private Input read(byte[] message) {
        Input input = decoder.decode(message, "pipecast.control-0", 0, NOW);
        assertThat(input.kind).isNotEqualTo(Input.Kind.REJECTED);
        return input;
    }

    private Input call(String id, long commit) {
        return read(
                ControlAvro.encode(
                        new Call(
                                id,
                                Tree.REPORTING,
                                "rep-1",
                                "2026-Q4",
                                commit,
                                Call.NONE,
                                "two are signed",
                                NOW,
                                "Ben")));
    }

    private static SteeringSink into(AuditLog log) {
        return new SteeringAudit(log, AlertPolicy.DEFAULT, "USD");
    }

    private static List<AuditEntry> all(AuditLog log) {
        return log.newest(entry -> true, 100);
    }

    @Test
    void aCallStandsWithTheOneBefore() {
        AuditLog log = new AuditLog("");
        SteeringSink sink = into(log);
        sink.accept(call("a", 5_200_000), "pipecast.control-0@1", NOW);
        sink.accept(call("b", 6_000_050), "pipecast.control-0@2", NOW + 1);

        AuditEntry newest = all(log).get(0);
        assertThat(newest.actor()).isEqualTo("Ben");
        assertThat(newest.kind()).isEqualTo(Kind.CALL);
        assertThat(newest.subject()).isEqualTo("reporting rep-1, 2026-Q4");
        assertThat(newest.before()).isEqualTo("commit 52000.00 USD, note two are signed");
        assertThat(newest.after()).isEqualTo("commit 60000.50 USD, note two are signed");
        assertThat(all(log).get(1).before()).isNull();
    }

    private static AlertPolicy overdueAfter(int days) {
        RulePolicy rule = AlertPolicy.DEFAULT.of(AlertRule.CLOSE_DATE_OVERDUE);
        return AlertPolicy.DEFAULT.with(
                new RulePolicy(
                        rule.rule(),
                        rule.enabled(),
                        days,
                        rule.fallback(),
                        rule.territories(),
                        rule.segments(),
                        rule.leastAmount()));
    }

    private AuditEntry only(byte[] message) {
        AuditLog log = new AuditLog("");
        into(log).accept(read(message), "c@1", NOW);
        assertThat(all(log)).hasSize(1);
        return all(log).get(0);
    }

    @Test
    void aPolicyStandsWithTheRulesThatAreOtherwise() {
        AuditEntry entry =
                only(ControlAvro.encode(new PolicyChanged(1, NOW, NOW, "Rita", overdueAfter(5))));

        assertThat(entry.actor()).isEqualTo("Rita");
        assertThat(entry.before()).startsWith("overdue: ").contains("threshold=2");
        assertThat(entry.after()).startsWith("overdue: ").contains("threshold=5");
    }

    @Test
    void aModelStandsWithItsVersionAndSequence() {
        byte[] document = {1};
        AuditEntry entry =
                only(
                        ControlAvro.encode(
                                new ModelPublished(
                                        7,
                                        "m-7",
                                        NOW,
                                        NOW,
                                        "Rita",
                                        document,
                                        ModelPublished.Role.CHAMPION,
                                        ModelPublished.NONE)));

        assertThat(entry.subject()).isEqualTo("champion");
        assertThat(entry.what()).startsWith("published with sequence 7");
        assertThat(entry.after()).isEqualTo("m-7");
    }

    @Test
    void anActionStandsWithWhoAndWhat() {
        AuditEntry entry =
                only(
                        ControlAvro.encode(
                                new AlertAction(
                                        "x",
                                        "d|OVERDUE|1",
                                        "d",
                                        AlertAction.Kind.NOT_USEFUL,
                                        AlertAction.NONE,
                                        null,
                                        "asked twice",
                                        NOW,
                                        "Dana")));

        assertThat(entry.actor()).isEqualTo("Dana");
        assertThat(entry.what()).isEqualTo("not useful");
        assertThat(entry.after()).isEqualTo("note asked twice");
    }

    @Test
    void theFileGrowsAndNothingIsWrittenTwice() throws IOException {
        Path file = work.resolve("audit.jsonl");
        try (AuditLog log = new AuditLog(file.toString())) {
            into(log).accept(call("a", 1_000), "pipecast.control-0@1", NOW);
        }
        String first = Files.readString(file);
        try (AuditLog again = new AuditLog(file.toString())) {
            SteeringSink sink = into(again);
            sink.accept(call("a", 1_000), "pipecast.control-0@1", NOW);
            assertThat(Files.readString(file)).isEqualTo(first);
            sink.accept(call("b", 2_000), "pipecast.control-0@2", NOW);
            assertThat(all(again)).hasSize(2);
        }

        assertThat(Files.readString(file)).startsWith(first).hasLineCount(2);
        assertThat(Files.readAllLines(file).get(1)).contains("\"before\":\"commit 10.00 USD");
    }

    @Test
    void twoBoardsDoNotWriteOneFileAndABrokenFileIsNamed() throws IOException {
        String file = work.resolve("audit.jsonl").toString();
        try (AuditLog log = new AuditLog(file)) {
            assertThat(log).isNotNull();
            assertThatThrownBy(() -> new AuditLog(file))
                    .isInstanceOf(BoardException.class)
                    .hasMessage(
                            "board.auditLog must be written by one board, but another writes "
                                    + file);
        }
        Files.writeString(Path.of(file), "nonsense\n");
        assertThatThrownBy(() -> new AuditLog(file))
                .hasMessage(
                        "board.auditLog must have an entry on every line, but line 1 of "
                                + file
                                + " is none");
        assertThatThrownBy(() -> new AuditLog(work.toString()))
                .hasMessage("board.auditLog must be a file to append to, was " + work);
    }

    @Test
    void aStartTellsWhatWasConfiguredOtherwiseBefore() {
        String file = work.resolve("audit.jsonl").toString();
        AtomicLong clock = new AtomicLong(NOW);
        try (AuditLog log = new AuditLog(file)) {
            BoardAudit audit = new BoardAudit(log, clock::incrementAndGet);
            audit.started("root", Map.of("company", "A", "zone", "UTC"));
        }
        try (AuditLog log = new AuditLog(file)) {
            BoardAudit audit = new BoardAudit(log, clock::incrementAndGet);
            audit.started("root", Map.of("company", "B", "zone", "UTC"));
            audit.started("root", Map.of("company", "B", "zone", "UTC"));

            assertThat(all(log)).hasSize(2);
            assertThat(all(log).get(0).what()).isEqualTo("changed company");
            assertThat(all(log).get(0).before()).isEqualTo("{\"company\":\"A\"}");
            assertThat(all(log).get(0).actor()).isEqualTo("root");
        }
    }
}
