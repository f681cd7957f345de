package io.pipecast.connect.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.connect.Imported;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReportTest {
    private static final String MAPPING =
            """
            source: log
            format: jsonl
            rows: events
            always: {opportunityId: id, occurredAt: {column: at, time: date}}
            maps:
              stages: {values: {new: Open}}
            rules:
              - name: created
                emit: opportunity
                set:
                  operation: {constant: CREATE}
                  stage: {column: stage, map: stages}
                  owner: rep
                  currency: money
                  amount: amount
            """;

    @TempDir Path dir;

    @Test
    void saysWhatTheMappingLeavesOpenAndWhatTheBoardCanShow() throws IOException {
        Mapping mapping = MappingReader.parse("mapping.yaml", MAPPING);
        Path in =
                Files.writeString(
                        dir.resolve("in.jsonl"),
                        """
                        {"id":1,"at":"2024-01-05","stage":"new","rep":"ann","money":"EUR","amount":1}
                        {"id":2,"at":"2024-01-05","stage":"new","rep":"ann","money":"USD","amount":1}
                        {"id":3,"at":"2024-01-05","stage":"odd","rep":"bob","money":"EUR","amount":1}
                        {"id":4,"at":"2024-01-05","stage":"odd","rep":"bob","money":"EUR","amount":1}
                        {"id":5,"at":"2024-01-05","stage":"new","rep":"bob","money":"XXY","amount":1}
                        """);
        Imported imported = Imported.of(mapping, dir, in);

        List<String> lines =
                ImportReport.lines(
                        mapping,
                        imported.findings(),
                        PipecastConfig.parse("currency: EUR").pipeline());

        assertThat(lines)
                .containsSubsequence(
                        "records   2 opportunity; rows refused 3, repeated 0, left out 0",
                        "stages not mapped: 1",
                        "         2  odd",
                        "users not in a user record: 1",
                        "         2  ann",
                        "currencies not known: 1",
                        "         1  XXY",
                        "currencies without a rate into EUR: 1",
                        "         1  USD",
                        "rows refused: 3",
                        "         1  currency must be an ISO 4217 code",
                        "         2  stage must be one of the mapped values",
                        "the first of them",
                        "  in.jsonl line 3: stage must be one of the mapped values, was odd",
                        "  amounts      2 records          every sum of money",
                        "  closeDates   not in the source  categories, coverage, pushes, overdue deals",
                        "               but the configuration says source.closeDates: true",
                        "  managers     not in the source  forecasts by manager");
    }
}
