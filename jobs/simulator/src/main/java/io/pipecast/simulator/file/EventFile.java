package io.pipecast.simulator.file;

import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.json.JsonText;
import io.pipecast.simulator.record.TimedRecord;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file of lines, packed when its name ends in .gz: events as {@link EventJson} writes them. */
public final class EventFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final JsonText line = new JsonText(BUFFER * 2);
    private long written;

    /** Creates or overwrites a file. */
    public EventFile(Path file) throws IOException {
        OutputStream raw = Files.newOutputStream(file);
        this.out =
                file.getFileName().toString().endsWith(".gz")
                        ? new GZIPOutputStream(raw, BUFFER)
                        : new BufferedOutputStream(raw, BUFFER);
    }

    /** Writes a record as a line. */
    public void write(TimedRecord record) throws IOException {
        switch (record.kind()) {
            case OPPORTUNITY -> EventJson.append(record.change(), line);
            case ACTIVITY -> EventJson.append(record.activity(), line);
            case ORGANIZATION -> EventJson.append(record.organization(), line);
            case UNREADABLE -> line.append(utf8(record.line()));
            case CALL -> EventJson.append(record.call(), line);
        }
        endLine();
    }

    /** Writes a line of text. */
    public void write(String text) throws IOException {
        line.append(utf8(text));
        endLine();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void endLine() throws IOException {
        line.append('\n');
        written++;
        if (line.length() >= BUFFER) {
            flushLines();
        }
    }

    private void flushLines() throws IOException {
        line.writeTo(out);
        line.clear();
    }

    /** Lines written so far. */
    public long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flushLines();
        }
    }
}
