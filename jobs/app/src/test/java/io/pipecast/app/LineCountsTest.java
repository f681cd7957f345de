package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineCountsTest {
    @TempDir Path directory;

    @Test
    void countsLinesAndTheValuesOfAField() throws Exception {
        Path file = directory.resolve("rows.jsonl");
        Files.writeString(
                file,
                """
                {"id":"a","outcome":"WON","note":"outcome"}
                {"id":"b","outcome":"LOST"}
                {"id":"c"}
                {"id":"d","outcome":"WON"}
                """);
        assertThat(LineCounts.lines(file)).isEqualTo(4);
        assertThat(LineCounts.byValue(file, "outcome"))
                .isEqualTo(Map.of("WON", 2L, "LOST", 1L, "none", 1L));
    }

    @Test
    void linesAcrossAndBeyondTheBufferCount() throws Exception {
        Path file = directory.resolve("rows.jsonl");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append("{\"fill\":\"").append("x".repeat(700_000 * i)).append("\",");
            text.append("\"kind\":\"k").append(i % 2).append("\"}\n");
        }
        Files.writeString(file, text);
        assertThat(LineCounts.lines(file)).isEqualTo(5);
        assertThat(LineCounts.byValue(file, "kind")).isEqualTo(Map.of("k0", 3L, "k1", 2L));
    }

    @Test
    void filesOfManyPartsAreCountedWhole() throws Exception {
        Path file = directory.resolve("rows.jsonl");
        int lines = 400_000;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < lines; i++) {
                out.write("{\"fill\":\"" + "y".repeat(i % 173) + "\",");
                out.write("\"kind\":\"k" + i % 3 + "\"}\n");
            }
        }
        assertThat(LineCounts.lines(file)).isEqualTo(lines);
        assertThat(LineCounts.byValue(file, "kind"))
                .isEqualTo(Map.of("k0", 133_334L, "k1", 133_333L, "k2", 133_333L));
    }
}
