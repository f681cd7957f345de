package io.pipecast.connect.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pipecast.connect.emission.Findings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes refused rows, one JSON object a line: {@code file, line, reason, raw}. There is no such
 * file when no row is refused.
 */
public final class RejectedFile implements Closeable {
    /** Characters kept of a refused row. */
    private static final int LONGEST_RAW = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private JsonGenerator out;

    /**
     * A file at a path, where an earlier import's one is removed; null to keep refused rows
     * nowhere.
     */
    public RejectedFile(Path file) throws IOException {
        this.file = file;
        restart();
    }

    void restart() throws IOException {
        close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    void add(Findings.Refusal refusal, String raw) throws IOException {
        if (file == null) {
            return;
        }
        if (out == null) {
            out = JSON.createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            out.setRootValueSeparator(null);
        }
        out.writeStartObject();
        out.writeStringField("file", refusal.file());
        out.writeNumberField("line", refusal.line());
        out.writeStringField("reason", refusal.reason());
        out.writeStringField("raw", raw.substring(0, Math.min(raw.length(), LONGEST_RAW)));
        out.writeEndObject();
        out.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
