package io.pipecast.streaming.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last line of each key, in the order of keys. The lines lie in a file beside the result, which
 * is gone when this is closed, so that a replay of millions of rows keeps their keys in memory
 * only.
 */
final class LastLines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final TreeMap<String, Place> places = new TreeMap<>();
    private final byte[] pending = new byte[BUFFER];
    private int filled;
    private long written;

    private record Place(long offset, int length) {}

    /** Lines of the result {@code out}; the file is {@code out} with {@code .part} appended. */
    LastLines(Path out) throws IOException {
        file =
                FileChannel.open(
                        out.resolveSibling(out.getFileName() + ".part"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Keeps a line; one of the same key replaces it. */
    void put(String key, byte[] line) throws IOException {
        places.put(key, new Place(written + filled, line.length));
        if (line.length > BUFFER - filled) {
            spill();
        }
        if (line.length > BUFFER) {
            write(ByteBuffer.wrap(line));
        } else {
            System.arraycopy(line, 0, pending, filled, line.length);
            filled += line.length;
        }
    }

    private void spill() throws IOException {
        write(ByteBuffer.wrap(pending, 0, filled));
        filled = 0;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += file.write(bytes, written);
        }
    }

    /** Writes all lines and forgets them. */
    void writeTo(OutputStream out) throws IOException {
        spill();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            if (place.length() > buffer.capacity()) {
                buffer = ByteBuffer.allocate(place.length());
            }
            buffer.clear().limit(place.length());
            while (buffer.hasRemaining()) {
                if (file.read(buffer, place.offset() + buffer.position()) < 0) {
                    throw new IOException("a line must end within the file it was written to");
                }
            }
            out.write(buffer.array(), 0, place.length());
        }
        places.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
