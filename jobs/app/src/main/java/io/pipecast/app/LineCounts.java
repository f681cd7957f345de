package io.pipecast.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Counts the lines of files we wrote ourselves, as bytes: a long replay leaves gigabytes, and
 * decoding them would cost seconds.
 */
final class LineCounts {
    private static final int CHUNK = 1 << 20;
    private static final long PART = 64L * CHUNK;

    private LineCounts() {}

    /** Number of lines; the file's parts are counted side by side. */
    static long lines(Path file) throws IOException {
        long parts = (Files.size(file) + PART - 1) / PART;
        try (FileChannel in = FileChannel.open(file)) {
            return LongStream.range(0, parts).parallel().map(part -> lines(in, part * PART)).sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long lines(FileChannel in, long from) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long lines = 0;
        try {
            int n = 0;
            for (long at = from; n >= 0 && at < from + PART; at += n) {
                chunk.clear().limit((int) Math.min(CHUNK, from + PART - at));
                n = in.read(chunk, at);
                byte[] bytes = chunk.array();
                for (int i = 0; i < n; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Number of lines by the value of a text field; "none" for lines without it. */
    static Map<String, Long> byValue(Path file, String field) throws IOException {
        byte[] mark = ("\"" + field + "\":\"").getBytes(StandardCharsets.UTF_8);
        Map<String, Long> counts = new TreeMap<>();
        byte[] chunk = new byte[CHUNK];
        int held = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk, held, chunk.length - held);
                    n > 0;
                    n = in.read(chunk, held, chunk.length - held)) {
                int end = held + n;
                int from = 0;
                for (int i = held; i < end; i++) {
                    if (chunk[i] == '\n') {
                        counts.merge(value(chunk, from, i, mark), 1L, Long::sum);
                        from = i + 1;
                    }
                }
                held = end - from;
                chunk =
                        from == 0 && held == chunk.length
                                ? java.util.Arrays.copyOf(chunk, 2 * held)
                                : chunk;
                System.arraycopy(chunk, from, chunk, 0, held);
            }
        }
        return counts;
    }

    private static String value(byte[] line, int from, int to, byte[] mark) {
        for (int at = from; at <= to - mark.length; at++) {
            if (line[at] == '"' && matches(line, at, mark)) {
                int start = at + mark.length;
                int end = start;
                while (end < to && line[end] != '"') {
                    end++;
                }
                return new String(line, start, end - start, StandardCharsets.UTF_8);
            }
        }
        return "none";
    }

    private static boolean matches(byte[] line, int at, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (line[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
