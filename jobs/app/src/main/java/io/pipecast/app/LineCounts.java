package io.pipecast.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Counts the lines of files we wrote ourselves, as bytes and side by side: a long replay leaves
 * gigabytes, and decoding them would cost seconds.
 */
final class LineCounts {
    private static final int CHUNK = 1 << 20;
    private static final long PART = 16L * CHUNK;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long BREAKS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private LineCounts() {}

    /** Whole lines of a file: its bytes from one to before another. */
    private record Part(FileChannel in, long from, long to) {
        int read(byte[] into, int held, long at) throws IOException {
            int room = (int) Math.min(into.length - held, to - at);
            return in.read(ByteBuffer.wrap(into, held, room), at);
        }
    }

    /** What is to be known of a part. */
    private interface Count<T> {
        T of(Part part) throws IOException;
    }

    /** Number of lines. */
    static long lines(Path file) throws IOException {
        return sum(file, LineCounts::breaks, 0L, Long::sum);
    }

    /** Number of lines by the value of a text field; "none" for lines without it. */
    static Map<String, Long> byValue(Path file, String field) throws IOException {
        byte[] mark = ("\"" + field + "\":\"").getBytes(StandardCharsets.UTF_8);
        return sum(file, part -> byValue(part, mark), Map.of(), LineCounts::together);
    }

    private static <T> T sum(Path file, Count<T> count, T none, BinaryOperator<T> sum)
            throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            return parts(in).parallelStream().map(part -> unchecked(count, part)).reduce(none, sum);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static <T> T unchecked(Count<T> count, Part part) {
        try {
            return count.of(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Part> parts(FileChannel in) throws IOException {
        List<Part> parts = new ArrayList<>();
        long size = in.size();
        for (long from = 0, to; from < size; from = to) {
            to = from + PART >= size ? size : afterBreak(in, from + PART);
            parts.add(new Part(in, from, to));
        }
        return parts;
    }

    /** Where the line that holds a place ends. */
    private static long afterBreak(FileChannel in, long from) throws IOException {
        byte[] some = new byte[1 << 12];
        for (long at = from; ; at += some.length) {
            int n = in.read(ByteBuffer.wrap(some), at);
            for (int i = 0; i < n; i++) {
                if (some[i] == '\n') {
                    return at + i + 1;
                }
            }
            if (n < some.length) {
                return in.size();
            }
        }
    }

    private static Map<String, Long> together(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> all = new TreeMap<>(a);
        b.forEach((value, count) -> all.merge(value, count, Long::sum));
        return all;
    }

    private static long breaks(Part part) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long lines = 0;
        for (long at = part.from; at < part.to; ) {
            int n = part.read(chunk, 0, at);
            lines += breaks(chunk, n);
            at += n;
        }
        return lines;
    }

    /** Line breaks among the first n bytes, eight bytes at a time. */
    private static long breaks(byte[] bytes, int n) {
        long lines = 0;
        int i = 0;
        for (; i + Long.BYTES <= n; i += Long.BYTES) {
            long x = (long) LONGS.get(bytes, i) ^ BREAKS;
            // the high bit of a byte is set just where the byte is 0
            lines += Long.bitCount(~((x & LOW_BITS) + LOW_BITS | x | LOW_BITS));
        }
        for (; i < n; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Map<String, Long> byValue(Part part, byte[] mark) throws IOException {
        Tallies counts = new Tallies();
        byte[] chunk = new byte[CHUNK];
        int held = 0;
        for (long at = part.from; at < part.to; ) {
            int n = part.read(chunk, held, at);
            at += n;
            int end = held + n;
            int from = 0;
            for (int i = held; i < end; i++) {
                if (chunk[i] == '\n') {
                    counts.add(chunk, from, i, mark);
                    from = i + 1;
                }
            }
            held = end - from;
            byte[] room = from == 0 && held == chunk.length ? new byte[2 * held] : chunk;
            System.arraycopy(chunk, from, room, 0, held);
            chunk = room;
        }
        return counts.byValue();
    }

    /** Counts by value; most lines have one of a few values. */
    private static final class Tallies {
        private final List<byte[]> values = new ArrayList<>();
        private final List<long[]> counts = new ArrayList<>();
        private long without;

        /** Counts the value after a mark in a line. */
        void add(byte[] line, int from, int to, byte[] mark) {
            for (int at = from; at <= to - mark.length; at++) {
                if (line[at] == '"' && matches(line, at, mark)) {
                    int start = at + mark.length;
                    int end = start;
                    while (end < to && line[end] != '"') {
                        end++;
                    }
                    count(line, start, end)[0]++;
                    return;
                }
            }
            without++;
        }

        private long[] count(byte[] line, int from, int to) {
            for (int i = 0; i < values.size(); i++) {
                byte[] value = values.get(i);
                if (Arrays.equals(value, 0, value.length, line, from, to)) {
                    return counts.get(i);
                }
            }
            values.add(Arrays.copyOfRange(line, from, to));
            counts.add(new long[1]);
            return counts.get(counts.size() - 1);
        }

        Map<String, Long> byValue() {
            Map<String, Long> all = new TreeMap<>();
            if (without > 0) {
                all.put("none", without);
            }
            for (int i = 0; i < values.size(); i++) {
                String value = new String(values.get(i), StandardCharsets.UTF_8);
                all.merge(value, counts.get(i)[0], Long::sum);
            }
            return all;
        }
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
