package io.pipecast.connect.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pipecast.connect.Imported;
import io.pipecast.connect.emission.Findings.Refusal;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.connect.mapping.Target;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealRowsImportTest {
    private static final String MAPPING =
            """
            source: crm
            format: csv
            rows: deals
            time: date
            currency: EUR
            finalColumns: [ended]
            numbers: {decimal: ",", grouping: "."}
            delimiter: ";"
            files:
              reps: {path: reps.csv, key: rep}
              managers: {path: managers.csv, key: manager}
              quotas: {path: quotas.csv}
              rates: {path: rates.csv}
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
                  territory:
                    file: managers
                    column: region
                    key: {file: reps, column: manager, key: rep}
              - name: offered
                when: {column: offered, present: true}
                emit: opportunity
                set:
                  operation: {constant: UPDATE}
                  occurredAt: offered
                  stage: {constant: Offer}
              - name: won
                when: {column: ended, present: true}
                emit: opportunity
                set: {operation: {constant: UPDATE}, occurredAt: ended, stage: {constant: Won}}
              - name: manager
                from: reps
                emit: user
                set: {id: manager, effectiveFrom: {constant: "2023-01-01"}}
              - name: rep
                from: reps
                emit: user
                set: {id: rep, parent: manager, effectiveFrom: {constant: "2023-01-01"}}
              - name: quota
                from: quotas
                emit: quota
                set:
                  tree: {constant: REPORTING}
                  node: who
                  period: period
                  amount: amount
                  effectiveFrom: from
              - name: rate
                from: rates
                emit: rate
                set: {currency: code, rate: rate, effectiveFrom: from}
            """;
    private static final String HEADER = "id;rep;opened;offered;ended;amount";

    @TempDir Path dir;

    @BeforeEach
    void writeFurtherFiles() throws IOException {
        write("reps.csv", "rep;manager", "ann;mia", "bob;mia", "cid;max");
        write("managers.csv", "manager;region", "mia;North", "max;South");
        write("quotas.csv", "who;period;amount;from", "mia;2024-Q1;1.000.000,00;2023-12-15");
        write("rates.csv", "code;rate;from", "USD;0,92;2024-01-01");
    }

    @Test
    void aRowBecomesTheStepsOfItsDeal() throws IOException {
        List<ImportedEvent> steps =
                deals(
                        run(
                                "7;ann;2024-01-02;2024-01-09;2024-02-01;1.234,50",
                                "8;bob;2024-01-03;;;1"));

        assertThat(steps)
                .extracting(step -> step.key() + " " + step.change().stage)
                .containsExactly("7 Open", "8 Open", "7 Offer", "7 Won");
        assertThat(steps.get(0).change().amount).isEqualTo(123_450);
        assertThat(steps).extracting(step -> step.change().eventId).doesNotHaveDuplicates();
    }

    @Test
    void joinsFromFileToFile() throws IOException {
        List<ImportedEvent> steps = deals(run("7;ann;2024-01-02;;;1", "8;cid;2024-01-03;;;1"));

        assertThat(steps)
                .extracting(step -> step.change().territory)
                .containsExactly("North", "South");
    }

    @Test
    void statesTheOrganizationInTheOrderOfTime() throws IOException {
        List<OrganizationFact> facts =
                run("7;ann;2023-12-20;;;1").events().stream()
                        .map(event -> event.change() == null ? event.fact() : null)
                        .toList();

        assertThat(facts)
                .extracting(fact -> fact == null ? "deal" : fact.kind() + " " + fact.id())
                .containsExactly(
                        "USER mia",
                        "USER max",
                        "USER ann",
                        "USER bob",
                        "USER cid",
                        "QUOTA mia",
                        "deal",
                        "RATE USD");
        assertThat(facts.get(2).parent()).isEqualTo("mia");
        assertThat(facts.get(5).amount()).isEqualTo(100_000_000);
        assertThat(facts.get(5).currency()).isEqualTo("EUR");
        assertThat(facts.get(7).rate()).isEqualTo("0.92");
        assertThat(facts.get(7).effectiveFrom())
                .isEqualTo(Instant.parse("2024-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void refusesADealWholeWhenOneStepIsWrong() throws IOException {
        Imported imported =
                run(
                        "7;ann;2024-01-02;2024-01-09;2024-01-05;1",
                        "8;ann;2024-01-02;;soon;1",
                        "9;eve;2024-01-02;;;1",
                        "10;ann;2024-01-02;;;1",
                        "10;bob;2024-01-02;;;1");

        assertThat(deals(imported)).extracting(ImportedEvent::key).containsExactly("10");
        assertThat(imported.findings().samples())
                .extracting(Refusal::line, Refusal::reason)
                .containsExactly(
                        tuple(2L, "time of won must not be before that of offered, was 2024-01-05"),
                        tuple(3L, "occurredAt must be an ISO-8601 date, was soon"),
                        tuple(4L, "territory must have a row in reps, was eve"),
                        tuple(6L, "opportunityId must be of one row only, was 10"));
        assertThat(imported.findings().withField(Target.OPPORTUNITY, "amount")).isEqualTo(1);
    }

    @Test
    void namesOwnersNobodyStates() throws IOException {
        String open = MAPPING.replace("manager, key: rep}", "manager, key: rep, default: mia}");
        Path file = write("in.csv", HEADER, "7;eve;2024-01-02;;;1", "8;ann;2024-01-02;;;1");
        Imported imported = Imported.of(MappingReader.parse("mapping.yaml", open), dir, file);

        assertThat(imported.findings().unknownOwners()).isEqualTo(Map.of("eve", 1L));
    }

    @Test
    void refusesAUserStatedInTwoWays() {
        String twice = MAPPING.replace("{id: rep, parent: manager,", "{id: manager, name: rep,");
        Mapping mapping = MappingReader.parse("mapping.yaml", twice);

        assertThatThrownBy(() -> Imported.of(mapping, dir, write("in.csv", HEADER)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("reps line 2: user must be stated the same way everywhere");
    }

    @Test
    void refusesAJoinKeyUsedTwice() throws IOException {
        write("managers.csv", "manager;region", "mia;North", "mia;South");

        assertThatThrownBy(() -> run("7;ann;2024-01-02;;;1"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("line 3: manager must be unique, was mia before");
    }

    @Test
    void statesEveryUserOnce() throws IOException {
        assertThat(run("7;ann;2024-01-02;;;1").events())
                .filteredOn(event -> event.fact() != null && event.fact().kind() == Kind.USER)
                .hasSize(5);
    }

    private Imported run(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(rows));
        lines.add(0, HEADER);
        Path file = write("in.csv", lines.toArray(String[]::new));
        return Imported.of(MappingReader.parse("mapping.yaml", MAPPING), dir, file);
    }

    private static List<ImportedEvent> deals(Imported imported) {
        return imported.events().stream().filter(event -> event.change() != null).toList();
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines));
    }
}
