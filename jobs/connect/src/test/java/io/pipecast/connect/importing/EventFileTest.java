package io.pipecast.connect.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.rows.RowFile;
import io.pipecast.domain.organization.OrganizationFact;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFileTest {
    private static final ImportedEvent NORTH = region("North");
    private static final ImportedEvent SOUTH = region("South");

    @TempDir Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"events.jsonl", "events.jsonl.gz"})
    void appearsWholeOnlyWhenItIsFinished(String name) throws IOException {
        Path file = dir.resolve(name);
        try (EventFile out = new EventFile(file)) {
            out.accept(NORTH);
            out.accept(SOUTH);
            assertThat(file).doesNotExist();
            out.finish();
        }

        try (BufferedReader reader = RowFile.open(file)) {
            assertThat(reader.lines()).containsExactly(NORTH.line(), SOUTH.line());
        }
        assertThat(dir.toFile().list()).containsExactly(name);
    }

    @Test
    void anUnfinishedFileLeavesTheEarlierOneAlone() throws IOException {
        Path file = Files.writeString(dir.resolve("events.jsonl"), "earlier");
        try (EventFile out = new EventFile(file)) {
            out.accept(NORTH);
        }

        assertThat(file).hasContent("earlier");
        assertThat(dir.toFile().list()).containsExactly("events.jsonl");
    }

    @Test
    void restartingForgetsWhatWasWritten() throws IOException {
        Path file = dir.resolve("events.jsonl");
        try (EventFile out = new EventFile(file)) {
            out.accept(NORTH);
            out.restart();
            out.accept(SOUTH);
            out.finish();
        }

        assertThat(file).hasContent(SOUTH.line());
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path file = dir.resolve("absent").resolve("events.jsonl");

        assertThatThrownBy(() -> new EventFile(file))
                .hasMessage("folder of " + file + " must exist, there is none");
    }

    private static ImportedEvent region(String name) {
        return ImportedEvent.of(OrganizationFact.territory(name, name, null, true, 0, 0));
    }
}
