package io.pipecast.connect.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.connect.rows.UnknownColumnException;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    private static final PipelineSettings SETTINGS =
            PipecastConfig.parse(
                            """
                            currency: EUR
                            stages:
                              - {name: Open, outcome: open, probability: 0.5}
                              - {name: Won, outcome: won}
                              - {name: Lost, outcome: lost}
                            """)
                    .pipeline();
    private static final String HEADER = "id,stage,amount,closeDate,owner";
    private static final long END_OF_MARCH = Instant.parse("2024-04-01T00:00:00Z").toEpochMilli();

    @TempDir Path dir;

    private Path events;

    @BeforeEach
    void twoDeals() throws IOException {
        events =
                write(
                        "events.jsonl",
                        event("a", "2024-01-05", "CREATE", "stage:Open,owner:ann,amount:100000"),
                        event("b", "2024-01-06", "CREATE", "stage:Open,owner:bob,amount:5050"),
                        event("a", "2024-03-01", "UPDATE", "stage:Won,closeDate:2024-03-01"));
    }

    @Test
    void sidesThatAgreeAreEqualToTheCent() throws IOException {
        Reconciliation result = compare("a,Won,1000.00,2024-03-01,ann", "b,Open,50.5,,bob");

        assertThat(result.differences()).isEmpty();
        assertThat(ReconciliationText.lines(result, END_OF_MARCH, 10))
                .endsWith("equal to the cent: 2 deals")
                .anyMatch(line -> line.matches("won +Won +EUR +1 +1000.00 +1 +1000.00"))
                .anyMatch(line -> line.matches("open +Open +EUR +1 +50.50 +1 +50.50"));
    }

    @Test
    void namesEveryDealThatDiffersAndInWhat() throws IOException {
        Reconciliation result = compare("a,Lost,999.99,2024-03-02,bob", "c,Open,1,,ann");

        assertThat(result.differences())
                .extracting(Difference::line)
                .containsExactly(
                        "a: stage differs, CRM Lost, Pipecast Won",
                        "a: amount differs, CRM 999.99 EUR, Pipecast 1000.00 EUR",
                        "a: close date differs, CRM 2024-03-02, Pipecast 2024-03-01",
                        "a: owner differs, CRM bob, Pipecast ann",
                        "b: missing in the CRM, Pipecast has it in Open",
                        "c: missing in Pipecast, the CRM has it in Open");
        assertThat(result.totals().lines()).hasSize(3);
    }

    @Test
    void aDifferenceThatALaterEventMakesGoodSaysSo() throws IOException {
        CrmReport report = report("a,Won,1000,2024-03-01,ann", "b,Open,50.50,,bob");
        long january = Instant.parse("2024-01-06T00:00:00Z").toEpochMilli();
        Reconciliation result =
                Reconciliation.of(report, KnownDeals.read(events, SETTINGS), january, null);

        assertThat(result.differences())
                .extracting(Difference::line)
                .containsExactly(
                        "a: stage differs, CRM Won, Pipecast Open (an event of"
                                + " 2024-03-01T12:00:00Z, after --at, says as the CRM)",
                        "a: close date differs, CRM 2024-03-01, Pipecast none (an event of"
                                + " 2024-03-01T12:00:00Z, after --at, says as the CRM)",
                        "b: missing in Pipecast, the CRM has it in Open (an event of"
                                + " 2024-01-06T12:00:00Z, after --at, says as the CRM)");
    }

    @Test
    void aDifferenceThatARefusedRecordMakesSaysSo() throws IOException {
        Files.writeString(
                events,
                event("b", "2024-02-01", "UPDATE", "stage:Gone").concat("\n"),
                java.nio.file.StandardOpenOption.APPEND);
        write(
                "events.jsonl.rejected.jsonl",
                "{\"file\":\"in\",\"line\":1,\"reason\":\"amount must be a number\",\"raw\":\"x,c,many\"}");

        assertThat(
                        compare("a,Won,1000,2024-03-01,ann", "b,Lost,50.5,,bob", "c,Open,1,,ann")
                                .differences())
                .extracting(Difference::line)
                .containsExactly(
                        "b: stage differs, CRM Lost, Pipecast Open (a record of it was refused:"
                                + " stage must be a configured stage, was Gone)",
                        "c: missing in Pipecast, the CRM has it in Open (a record of it was"
                                + " refused: amount must be a number)");
    }

    @Test
    void fieldsWithoutAColumnAreNotCompared() throws IOException {
        Path file = write("crm.csv", "Deal,Value", "a,1000", "b,50.50");
        ReportColumns columns =
                new ReportColumns(
                        Map.of(
                                "id",
                                "Deal",
                                "amount",
                                "Value",
                                "stage",
                                "",
                                "closeDate",
                                "",
                                "owner",
                                ""));
        CrmReport report = CrmReport.read(file, columns, SETTINGS);

        assertThat(compare(report, null).differences()).isEmpty();
    }

    @Test
    void comparesOneOutcomeAlone() throws IOException {
        CrmReport report = report("a,Won,1000,2024-03-01,ann", "b,Open,77,,eve");

        assertThat(compare(report, Outcome.WON).differences()).isEmpty();
        assertThat(compare(report, Outcome.WON).compared()).isEqualTo(1);
        assertThat(compare(report, null).differences()).hasSize(2);
    }

    @Test
    void amountsInAnotherCurrencyDiffer() throws IOException {
        Path file = write("crm.csv", HEADER + ",money", "a,Won,1000,2024-03-01,ann,USD");
        CrmReport report =
                CrmReport.read(file, new ReportColumns(Map.of("currency", "money")), SETTINGS);

        assertThat(compare(report, Outcome.WON).differences())
                .extracting(Difference::line)
                .containsExactly("a: amount differs, CRM 1000.00 USD, Pipecast 1000.00 EUR");
    }

    @Test
    void refusesAReportThatCannotBeRead() {
        assertThatThrownBy(
                        () ->
                                report(
                                        "a,Won,much,2024-03-01,ann",
                                        "b,Open,1,soon,bob",
                                        "b,Open,1,,"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2: amount must be a decimal number, was much")
                .hasMessageContaining("line 3: closeDate must be an ISO date, was soon");
        assertThatThrownBy(
                        () ->
                                CrmReport.read(
                                        write("c.csv", "Id"),
                                        new ReportColumns(Map.of()),
                                        SETTINGS))
                .isInstanceOf(UnknownColumnException.class);
        assertThatThrownBy(() -> new ReportColumns(Map.of("stag", "x")))
                .hasMessage(
                        "--columns must name one of id, stage, amount, closeDate, owner, currency, was stag");
    }

    private Reconciliation compare(String... rows) throws IOException {
        return compare(report(rows), null);
    }

    private Reconciliation compare(CrmReport report, Outcome only) throws IOException {
        return Reconciliation.of(report, KnownDeals.read(events, SETTINGS), END_OF_MARCH, only);
    }

    private CrmReport report(String... rows) throws IOException {
        Path file = write("crm.csv", HEADER + "\n" + String.join("\n", rows));
        return CrmReport.read(file, new ReportColumns(Map.of()), SETTINGS);
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines));
    }

    /** A line of events.jsonl at noon, from {@code field:value} pairs. */
    private static String event(String id, String day, String operation, String fields) {
        StringBuilder line = new StringBuilder("{\"type\":\"opportunity\"");
        String head =
                "eventId:%s-%s,opportunityId:%s,occurredAt:%sT12.00.00Z,operation:%s,"
                        .formatted(id, day, id, day, operation);
        for (String field : (head + fields).split(",", -1)) {
            String[] pair = field.split(":", 2);
            String value = pair[1].replace("T12.00.00Z", "T12:00:00Z");
            String quote = pair[0].equals("amount") ? "" : "\"";
            line.append(",\"").append(pair[0]).append("\":").append(quote + value + quote);
        }
        return line.append('}').toString();
    }
}
