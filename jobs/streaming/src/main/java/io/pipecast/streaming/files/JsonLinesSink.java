package io.pipecast.streaming.files;

import io.pipecast.codec.json.JsonText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes rows to one file of JSON lines in an order that does not depend on parallelism. Run with
 * parallelism 1.
 *
 * @param <T> row
 */
public final class JsonLinesSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    /** When lines are written. */
    public enum Order {
        /** As rows come: for streams that are in order already. */
        AS_THEY_COME,
        /** By instant, then key, once the watermark has passed the instant. */
        BY_INSTANT,
        /** At the end, by key; of several rows of one key the last. */
        LAST_BY_KEY
    }

    /** How a row becomes a line. */
    public interface Format<T> extends Serializable {
        /** Sort key of a row; rows of one key replace each other under LAST_BY_KEY. */
        String key(T row);

        /** Instant of a row, epoch milliseconds. */
        long instant(T row);

        /** Appends the row as JSON without a line break. */
        void append(T row, JsonText out);
    }

    private final String file;
    private final Order order;
    private final Format<T> format;

    public JsonLinesSink(Path file, Order order, Format<T> format) {
        this.file = file.toString();
        this.order = order;
        this.format = format;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(Path.of(file), order, format);
    }

    private static final class Writer<T> implements SinkWriter<T> {
        private final OutputStream out;
        private final Order order;
        private final Format<T> format;
        private final JsonText line = new JsonText();
        private final TreeMap<Long, TreeMap<String, byte[]>> held = new TreeMap<>();
        private final LastLines last;

        Writer(Path file, Order order, Format<T> format) throws IOException {
            this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            this.order = order;
            this.format = format;
            this.last = order == Order.LAST_BY_KEY ? new LastLines(file) : null;
        }

        @Override
        public void write(T row, Context context) throws IOException {
            line.clear();
            format.append(row, line);
            line.append('\n');
            switch (order) {
                case AS_THEY_COME -> line.writeTo(out);
                case LAST_BY_KEY -> last.put(format.key(row), line.toBytes());
                case BY_INSTANT ->
                        held.computeIfAbsent(format.instant(row), i -> new TreeMap<>())
                                .put(format.key(row), line.toBytes());
            }
        }

        @Override
        public void writeWatermark(Watermark watermark) throws IOException {
            List<Long> ready =
                    new ArrayList<>(held.headMap(watermark.getTimestamp(), true).keySet());
            for (Long at : ready) {
                writeOut(held.remove(at));
            }
        }

        private void writeOut(Map<String, byte[]> lines) throws IOException {
            for (byte[] bytes : lines.values()) {
                out.write(bytes);
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (endOfInput) {
                for (Map<String, byte[]> lines : held.values()) {
                    writeOut(lines);
                }
                held.clear();
                if (last != null) {
                    last.writeTo(out);
                }
            }
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
            if (last != null) {
                last.close();
            }
        }
    }
}
