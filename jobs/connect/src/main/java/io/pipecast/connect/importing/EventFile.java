package io.pipecast.connect.importing;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * Writes {@code events.jsonl}, packed where the name ends in {@code .gz}. The file appears under
 * its name only when it is whole.
 */
public final class EventFile implements EventSink, Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final StringBuilder line = new StringBuilder(512);
    private Writer writer;

    /** Begins a file. */
    public EventFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException("folder of " + file + " must exist, there is none");
        }
        this.writer = open(part, file.toString().endsWith(".gz"));
    }

    private static Writer open(Path path, boolean packed) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        OutputStream out = packed ? new GZIPOutputStream(bytes, BUFFER) : bytes;
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        line.setLength(0);
        event.appendTo(line);
        writer.append(line.append('\n'));
    }

    @Override
    public boolean canRestart() {
        return true;
    }

    @Override
    public void restart() throws IOException {
        writer.close();
        writer = open(part, file.toString().endsWith(".gz"));
    }

    @Override
    public void finish() throws IOException {
        writer.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Closes it; removes what is there of an unfinished file. */
    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(part);
    }
}
