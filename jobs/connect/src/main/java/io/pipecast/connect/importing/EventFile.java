package io.pipecast.connect.importing;

import io.pipecast.codec.json.JsonText;
import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
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
    private final JsonText line = new JsonText();
    private OutputStream out;

    /** Begins a file. */
    public EventFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException("folder of " + file + " must exist, there is none");
        }
        this.out = open(part, file.toString().endsWith(".gz"));
    }

    private static OutputStream open(Path path, boolean packed) throws IOException {
        OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        return packed
                ? new BufferedOutputStream(new GZIPOutputStream(bytes, BUFFER), BUFFER)
                : bytes;
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        line.clear();
        event.appendTo(line);
        line.append('\n').writeTo(out);
    }

    @Override
    public boolean canRestart() {
        return true;
    }

    @Override
    public void restart() throws IOException {
        out.close();
        out = open(part, file.toString().endsWith(".gz"));
    }

    @Override
    public void finish() throws IOException {
        out.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Closes it; removes what is there of an unfinished file. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
