package io.pipecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir Path folder;

    @Test
    void acceptsTheSameTextAndRefusesAnother() throws IOException {
        Path file = folder.resolve("graph.txt");
        Files.writeString(file, "a -> b\n");
        Golden.assertMatches(file, "a -> b\n", false, true);
        assertThatThrownBy(() -> Golden.assertMatches(file, "a -> c\n", false, false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("graph.txt");
    }

    @Test
    void aMissingFileFailsAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> Golden.assertMatches(folder.resolve("new.txt"), "x", false, false))
                .hasMessageContaining("-Dgolden.update=true writes it");
    }

    @Test
    void writesOnlyWhenAskedAndNeverInContinuousIntegration() throws IOException {
        Path file = folder.resolve("deep/new.txt");
        assertThatThrownBy(() -> Golden.assertMatches(file, "x", true, true))
                .hasMessageContaining("CI=true");
        assertThat(file).doesNotExist();
        Golden.assertMatches(file, "x", true, false);
        assertThat(Files.readString(file)).isEqualTo("x");
    }
}
