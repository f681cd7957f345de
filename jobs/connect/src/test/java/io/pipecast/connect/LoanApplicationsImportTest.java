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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mapping of the loan log: one row an event, in order, with derived users. */
class LoanApplicationsImportTest {
    private static final String EXAMPLE = "loan-applications";
    private static final int EVENTS = 162_768;

    @TempDir Path dir;

    private static Path log;
    private static Mapping mapping;
    private static Imported straight;

    @BeforeAll
    static void importOnce() throws IOException {
        log = RealData.file(EXAMPLE + "/events.jsonl.gz");
        mapping = Imported.example(EXAMPLE);
        straight = Imported.of(mapping, log.getParent(), log);
    }

    @AfterAll
    static void forget() {
        straight = null;
    }

    @Test
    void everyEventOfTheLogBecomesOneEvent() {
        assertThat(straight.findings().refused()).isZero();
        assertThat(straight.findings().repeatedRows()).isZero();
        assertThat(straight.findings().made(Target.ACTIVITY)).isEqualTo(97_798);
        assertThat(straight.findings().made(Target.OPPORTUNITY)).isEqualTo(EVENTS - 97_798);
        assertThat(straight.events()).isSorted();
        assertThat(ids(straight)).hasSize(EVENTS);
    }

    @Test
    void everyOwnerIsStatedBeforeTheFirstEventThatNamesThem() {
        Set<String> stated = new HashSet<>();
        Set<String> owners = new HashSet<>();
        Set<String> unstated = new HashSet<>();
        for (ImportedEvent event : straight.events()) {
            if (event.fact() != null) {
                stated.add(event.fact().id());
            } else if (event.change() != null && event.change().owner != null) {
                owners.add(event.change().owner);
                if (!stated.contains(event.change().owner)) {
                    unstated.add(event.change().owner);
                }
            }
        }
        assertThat(unstated).isEmpty();
        assertThat(stated).isEqualTo(owners).hasSize(61);
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

        Imported mixed = Imported.of(mapping, dir, shuffled);

        assertThat(mixed.findings().repeatedRows()).isEqualTo(size / 100);
        assertThat(mixed.events()).isSorted();
        assertThat(ids(mixed)).isEqualTo(ids(straight));
        assertThat(mixed.fingerprint()).isEqualTo(straight.fingerprint());
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

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = RowFile.open(file)) {
            return reader.lines().toList();
        }
    }
}
