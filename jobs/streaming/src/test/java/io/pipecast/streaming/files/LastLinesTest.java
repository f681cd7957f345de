package io.pipecast.streaming.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.testkit.ForAll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {
    @TempDir Path directory;

    @Test
    void whatComesOutIsTheLastLineOfEachKeyInTheOrderOfKeys() {
        ForAll.seeds(
                20,
                random -> {
                    TreeMap<String, String> expected = new TreeMap<>();
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try (LastLines lines = new LastLines(directory.resolve("rows.jsonl"))) {
                        for (int i = random.nextInt(400); i > 0; i--) {
                            String key = "k" + random.nextInt(60);
                            // now and then longer than any buffer
                            int length = random.nextInt(random.nextInt(20) == 0 ? 200_000 : 900);
                            String line = key + "x".repeat(length) + "\n";
                            expected.put(key, line);
                            lines.put(key, line.getBytes(StandardCharsets.UTF_8));
                        }
                        lines.writeTo(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    assertThat(out.toString(StandardCharsets.UTF_8))
                            .isEqualTo(String.join("", expected.values()));
                });
    }

    @Test
    void theFileBesideTheResultIsGoneAfterwards() throws Exception {
        try (LastLines lines = new LastLines(directory.resolve("rows.jsonl"))) {
            lines.put("a", new byte[] {1});
            lines.put("b", new byte[1 << 20]);
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
