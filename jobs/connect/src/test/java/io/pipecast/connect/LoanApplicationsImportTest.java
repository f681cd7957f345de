package io.pipecast.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Target;
import io.pipecast.connect.rows.RowFile;
import io.pipecast.testkit.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mapping of the loan log: one row an event, in order, with derived users. */
class LoanApplicationsImportTest {
    private static final String EXAMPLE = "loan-applications";
    private static final int EVENTS = 162_768;

    @TempDir Path dir;

    private Path log;
    private Mapping mapping;

    @BeforeEach
    void readMapping() throws IOException {
        log = RealData.file(EXAMPLE + "/events.jsonl.gz");
        mapping = Imported.example(EXAMPLE);
    }

    @Test
    void everyEventOfTheLogBecomesOneEvent() throws IOException {
        Imported imported = Imported.of(mapping, dir, log);

        assertThat(imported.findings().refused()).isZero();
        assertThat(imported.findings().repeatedRows()).isZero();
        assertThat(imported.findings().made(Target.ACTIVITY)).isEqualTo(97_798);
        assertThat(imported.findings().made(Target.OPPORTUNITY)).isEqualTo(EVENTS - 97_798);
        assertThat(imported.events()).isSorted();
        assertThat(ids(imported)).hasSize(EVENTS);
    }

    @Test
    void everyOwnerIsStatedBeforeTheFirstEventThatNamesThem() throws IOException {
        Set<String> stated = new HashSet<>();
        Set<String> early = new HashSet<>();
        for (ImportedEvent event : Imported.of(mapping, dir, log).events()) {
            if (event.fact() != null) {
                stated.add(event.fact().id());
            } else if (event.change() != null && event.change().owner != null) {
                early.add(event.change().owner);
                assertThat(stated).contains(event.change().owner);
            }
        }
        assertThat(stated).hasSameSizeAs(early).hasSize(61);
    }

    @Test
    void shufflingAndRepeatingLinesDoesNotChangeTheSetOfEvents() throws IOException {
        List<String> lines = new ArrayList<>(lines(log));
        Random random = new Random(7);
        int size = lines.size();
        for (int i = 0; i < size / 100; i++) {
            lines.add(lines.get(random.nextInt(size)));
        }
        Collections.shuffle(lines, random);
        Path shuffled = Files.write(dir.resolve("shuffled.jsonl"), lines);

        Imported straight = Imported.of(mapping, dir, log);
        Imported mixed = Imported.of(mapping, dir, shuffled);

        assertThat(mixed.findings().repeatedRows()).isEqualTo(size / 100);
        assertThat(mixed.events()).isSorted();
        assertThat(ids(mixed)).isEqualTo(ids(straight));
        assertThat(sorted(mixed.statements())).isEqualTo(sorted(straight.statements()));
    }

    private static Set<String> ids(Imported imported) {
        Set<String> ids = new HashSet<>();
        for (ImportedEvent event : imported.events()) {
            if (event.fact() == null) {
                ids.add(event.change() != null ? event.change().eventId : event.activity().eventId);
            }
        }
        return ids;
    }

    private static List<String> sorted(List<String> statements) {
        return statements.stream().sorted().toList();
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = RowFile.open(file)) {
            return reader.lines().toList();
        }
    }
}
