package io.pipecast.connect.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir Path dir;

    @Test
    void readsNestedMembersAndListItemsByPath() throws IOException {
        String line =
                "{\"owner\":{\"id\": 7},\"lines\":[{\"sku\":\"A\"}],\"gone\":null,\"x\":\" \"}";

        assertThat(jsonl(line, "owner.id", "lines.0.sku", "gone", "x", "absent").texts)
                .containsExactly("7 A null null null");
    }

    @Test
    void keepsTheTextOfNumbers() throws IOException {
        assertThat(jsonl("{\"amount\":20000.10}", "amount").texts).containsExactly("20000.10");
    }

    @Test
    void tellsUnreadableLinesAndGoesOn() throws IOException {
        String lines = "{\"id\":1}\nnot json\n\n[1]\n{\"id\":2} {}\n{\"id\":3\n{\"id\":4}";
        Seen seen = jsonl(lines, "id");

        assertThat(seen.texts).containsExactly("1", "4");
        assertThat(seen.unreadable)
                .containsExactly(
                        "2 record must be JSON",
                        "4 record must be a JSON object",
                        "5 record must be one JSON object, more follows it",
                        "6 record must be JSON");
    }

    @Test
    void refusesALineLongerThanAnyRecord() throws IOException {
        Seen seen = jsonl("{\"id\":\"" + "x".repeat(10_000_000) + "\"}\n{\"id\":1}", "id");

        assertThat(seen.texts).containsExactly("1");
        assertThat(seen.unreadable)
                .containsExactly("1 record must have at most 1048576 characters, had 10000009");
    }

    @Test
    void readsPackedFilesAndSkipsAByteOrderMark() throws IOException {
        Path file = dir.resolve("in.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\uFEFFid,stage\r\n1,Won\r\n".getBytes(StandardCharsets.UTF_8));
        }
        Seen seen = new Seen("id", "stage");
        CsvTable.read(file, ',', List.of("id"), seen);

        assertThat(seen.texts).containsExactly("1 Won");
    }

    @Test
    void readsQuotedValuesOverSeveralLines() throws IOException {
        Seen seen = csv("id;name\n1;\"a; \"\"b\"\"\nc\"\n2;d\n", "id", "name");

        assertThat(seen.texts).containsExactly("1 a; \"b\"\nc", "2 d");
        assertThat(seen.lines).containsExactly(2L, 4L);
    }

    @Test
    void tellsARecordWithTooFewOrTooManyColumns() throws IOException {
        Seen seen = csv("id;name\n1\n2;b\n3;c;d\n", "id");

        assertThat(seen.texts).containsExactly("2");
        assertThat(seen.unreadable)
                .containsExactly(
                        "2 record must have 2 columns, had 1",
                        "4 record must have 2 columns, had 3");
    }

    @Test
    void namesTheColumnsAFileLacks() {
        assertThatThrownBy(() -> csv("id;name\n1;a\n", "id", "stage", "owner"))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageEndingWith("must have the columns stage, owner, has id, name");
    }

    private Seen jsonl(String text, String... columns) throws IOException {
        Path file = Files.writeString(dir.resolve("in.jsonl"), text);
        Seen seen = new Seen(columns);
        JsonLines.read(file, seen);
        return seen;
    }

    private Seen csv(String text, String... columns) throws IOException {
        Path file = Files.writeString(dir.resolve("in.csv"), text);
        Seen seen = new Seen(columns);
        CsvTable.read(file, ';', List.of(columns), seen);
        return seen;
    }

    /** What a reader handed over. */
    private static final class Seen implements RowHandler {
        private final List<String> texts = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();
        private final String[] columns;

        Seen(String... columns) {
            this.columns = columns;
        }

        @Override
        public void row(Row row) {
            lines.add(row.line());
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(String.valueOf(row.text(column)));
            }
            texts.add(String.join(" ", values));
        }

        @Override
        public void unreadable(long line, String reason, String raw) {
            unreadable.add(line + " " + reason);
        }
    }
}
