package io.pipecast.connect.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.connect.Imported;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.FieldType;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogImportTest {
    private static final String MAPPING =
            """
            source: log
            format: jsonl
            rows: events
            currency: EUR
            maps:
              stages: {values: {new: New, sold: Won}}
            always: {opportunityId: id, occurredAt: at}
            rules:
              - name: created
                when: {column: type, equals: created}
                emit: opportunity
                set:
                  operation: {constant: CREATE}
                  stage: {column: stage, map: stages}
                  owner: rep
                  currency: {column: money, default: EUR}
                  amount: amount
              - name: moved
                when: {column: type, in: [moved, closed]}
                emit: opportunity
                set:
                  operation: {constant: UPDATE}
                  stage: {column: stage, map: stages}
                  closeDate: {column: due, time: date, empty: clears}
              - name: noise
                when: {column: type, equals: viewed}
                emit: nothing
            """;
    private static final String CREATED =
            "{\"type\":\"created\",\"id\":\"1\",\"at\":\"2024-01-05T10:00:00Z\",\"stage\":\"new\",\"rep\":\"r1\",\"amount\":12.5}";
    private static final String WON =
            "{\"type\":\"closed\",\"id\":\"1\",\"at\":\"2024-02-05T10:00:00Z\",\"stage\":\"sold\"}";

    @TempDir Path dir;

    @Test
    void takesTheFirstRuleWhoseConditionsHold() throws IOException {
        List<OpportunityChange> changes = changes(run(CREATED, WON));

        assertThat(changes).extracting(change -> change.stage).containsExactly("New", "Won");
        assertThat(changes.get(0).amount).isEqualTo(1250);
        assertThat(changes.get(0).currency).isEqualTo("EUR");
        assertThat(changes.get(0).orderKey).isZero();
        assertThat(changes.get(1).orderKey).isPositive();
        assertThat(changes.get(1).amount).isNull();
    }

    @Test
    void theSameRecordHasTheSameEventIdWhereverItStands() throws IOException {
        List<OpportunityChange> first = changes(run(CREATED, WON));
        List<OpportunityChange> again = changes(run("{\"type\":\"viewed\"}", CREATED, WON));

        assertThat(again)
                .extracting(change -> change.eventId)
                .containsExactly(first.get(0).eventId, first.get(1).eventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void aLogOutOfOrderComesOutInOrder() throws IOException {
        assertThat(changes(run(WON, CREATED)))
                .extracting(change -> change.stage)
                .containsExactly("New", "Won");
    }

    @Test
    void countsRepeatedAndLeftOutRows() throws IOException {
        Imported imported = run(CREATED, CREATED, "{\"type\":\"viewed\",\"id\":\"1\"}");

        assertThat(imported.events()).hasSize(1);
        assertThat(imported.findings().repeatedRows()).isEqualTo(1);
        assertThat(imported.findings().leftOutRows()).isEqualTo(1);
        assertThat(imported.findings().refused()).isZero();
    }

    @Test
    void anEmptyColumnClearsWhereTheMappingSaysSo() throws IOException {
        String cleared = WON.replace("}", ",\"due\":null}");

        assertThat(changes(run(WON)).get(0).cleared).isEmpty();
        assertThat(changes(run(cleared)).get(0).cleared).containsExactly("closeDate");
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 12.5, -1, 'amount must not be negative, was -1'",
        "amount, 12.5, 1e18, 'amount must be at most 10^13 minor units, was 1e18'",
        "amount, 12.5, 1e999999999, 'amount must be at most 10^13 minor units, was 1e999999999'",
        "amount, 12.5, \"NaN\", 'amount must be a decimal number, was NaN'",
        "at, 2024-01-05T, 0000-01-05T, 'occurredAt must lie between 1990 and 2089, was 0000-01-05T10:00:00Z'",
        "at, 2024-01-05T, 9999-01-05T, 'occurredAt must lie between 1990 and 2089, was 9999-01-05T10:00:00Z'",
        "at, 2024-01-05T, 2024-13-05T, 'occurredAt must be an ISO-8601 instant with offset, was 2024-13-05T10:00:00Z'",
        "stage, new, newish, 'stage must be one of the mapped values, was newish'",
        "id, \"id\":\"1\", \"id\":null, 'opportunityId is required'",
        "type, created, deleted, 'record must meet the conditions of a rule, was type=deleted'"
    })
    void refusesARowWithTheRuleItBreaks(String column, String from, String to, String reason)
            throws IOException {
        String row = CREATED.replace(from, to);
        Imported imported = run(row, WON);

        assertThat(imported.events()).hasSize(1);
        assertThat(imported.findings().samples())
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.reason()).isEqualTo(reason);
                            assertThat(refusal.line()).isEqualTo(1);
                        });
    }

    @Test
    void readsAmountsInTheirOwnCurrency() throws IOException {
        String yen = CREATED.replace("12.5", "1250,\"money\":\"JPY\"");
        String unknown = yen.replace("JPY", "XXY");
        Imported imported = run(yen, unknown);

        assertThat(changes(imported).get(0).amount).isEqualTo(1250);
        assertThat(imported.findings().unexplained(FieldType.CURRENCY))
                .isEqualTo(Map.of("XXY", 1L));
        assertThat(imported.findings().currenciesWithoutRate("EUR")).isEqualTo(Map.of("JPY", 1L));
    }

    @Test
    void readsMeasuresAsAmounts() throws IOException {
        String yaml =
                MAPPING.replace("amount: amount", "measures.arr: {column: amount, unit: minor}");
        Path file = Files.write(dir.resolve("in.jsonl"), List.of(CREATED.replace("12.5", "1250")));
        Imported imported = Imported.of(MappingReader.parse("mapping.yaml", yaml), dir, file);

        assertThat(changes(imported).get(0).measures).isEqualTo(Map.of("arr", 1250L));
        assertThat(changes(imported).get(0).amount).isNull();
    }

    @Test
    void countsStagesThatAreNotConfigured() throws IOException {
        Stage open = new Stage("New", Outcome.OPEN, 0.5, ForecastCategory.PIPELINE, 0);
        StageTable stages = new StageTable(List.of(open));
        Path file = Files.write(dir.resolve("in.jsonl"), List.of(CREATED, WON));
        Imported imported = Imported.of(mapping(), dir, new RejectedFile(null), stages, file);

        assertThat(imported.findings().unexplained(FieldType.STAGE)).isEqualTo(Map.of("Won", 1L));
        assertThat(imported.findings().refusedByRule()).containsKey("stage must be configured");
    }

    @Test
    void keepsRefusedRowsWithReasonLineAndText() throws IOException {
        Path in = Files.write(dir.resolve("in.jsonl"), List.of(CREATED, "{broken", WON));
        Path refused = dir.resolve("out.rejected.jsonl");
        Files.writeString(refused, "of an earlier import");
        try (RejectedFile rejected = new RejectedFile(refused)) {
            Imported.of(mapping(), dir, rejected, null, in);
        }

        assertThat(refused)
                .hasContent(
                        "{\"file\":\"in.jsonl\",\"line\":2,\"reason\":\"record must be JSON\",\"raw\":\"{broken\"}");
    }

    @Test
    void leavesNoFileOfRefusedRowsWhenNoneIsRefused() throws IOException {
        Path in = Files.write(dir.resolve("in.jsonl"), List.of(CREATED));
        Path refused = Files.writeString(dir.resolve("out.rejected.jsonl"), "earlier");
        try (RejectedFile rejected = new RejectedFile(refused)) {
            Imported.of(mapping(), dir, rejected, null, in);
        }

        assertThat(refused).doesNotExist();
    }

    private Imported run(String... lines) throws IOException {
        Path file = Files.write(dir.resolve("in.jsonl"), List.of(lines));
        return Imported.of(mapping(), dir, file);
    }

    private static Mapping mapping() {
        return MappingReader.parse("mapping.yaml", MAPPING);
    }

    private static List<OpportunityChange> changes(Imported imported) {
        return imported.events().stream().map(ImportedEvent::change).toList();
    }
}
