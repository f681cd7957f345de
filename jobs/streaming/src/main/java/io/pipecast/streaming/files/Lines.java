package io.pipecast.streaming.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Lines of a file as slices of one buffer: no copy and no text per line. A line of any length is
 * given whole.
 */
public final class Lines implements Closeable {
    private static final int CHUNK = 1 << 18;

    private final InputStream in;
    private byte[] buffer = new byte[2 * CHUNK];
    private int filled;
    private int position;
    private int offset;
    private int length;
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    /** Opens a file, through gzip when its name ends in .gz. */
    public static Lines open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return new Lines(file.toString().endsWith(".gz") ? new GZIPInputStream(raw, CHUNK) : raw);
    }

    /** Moves to the next line; false at the end. */
    public boolean next() throws IOException {
        int scan = position;
        while (true) {
            while (scan < filled) {
                if (buffer[scan++] == '\n') {
                    return line(scan - 1, scan);
                }
            }
            int start = position;
            if (!fill()) {
                return filled > position && line(filled, filled);
            }
            scan -= start - position;
        }
    }

    private boolean line(int end, int nextPosition) {
        offset = position;
        length = end - position;
        if (length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        position = nextPosition;
        number++;
        return true;
    }

    /** Reads more, moving the unfinished line to the front; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        position = 0;
        if (buffer.length - filled < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    /** Holds the line; valid until the next call. */
    public byte[] buffer() {
        return buffer;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    /** Number of the line, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
