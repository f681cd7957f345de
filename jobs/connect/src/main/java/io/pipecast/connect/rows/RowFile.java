package io.pipecast.connect.rows;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens text files, unpacking {@code .gz}. */
public final class RowFile {
    private static final int BUFFER = 1 << 16;

    private RowFile() {}

    /** A UTF-8 reader over the file, past a byte order mark; unreadable bytes become U+FFFD. */
    public static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (file.toString().endsWith(".gz")) {
            bytes = unpacked(bytes);
        }
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        try {
            return new GZIPInputStream(bytes, BUFFER);
        } catch (IOException notPacked) {
            bytes.close();
            throw notPacked;
        }
    }
}
