package io.pipecast.streaming.files;

import io.pipecast.codec.json.JsonText;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Files of rows in one directory: a line a row. */
record RowFiles(Path directory) {
    /** Writes rows to {@code name.jsonl}. */
    <T> void write(
            DataStream<T> rows,
            String name,
            JsonLinesSink.Order order,
            JsonLinesSink.Format<T> format) {
        rows.sinkTo(new JsonLinesSink<>(directory.resolve(name + ".jsonl"), order, format))
                .uid("write-" + name)
                .name("write " + name)
                .setParallelism(1);
    }

    /** How one kind of row becomes a line, put together from its parts. */
    record Rows<T>(Key<T> key, At<T> instant, Json<T> json) implements JsonLinesSink.Format<T> {
        interface Key<T> extends Function<T, String>, Serializable {}

        interface At<T> extends ToLongFunction<T>, Serializable {}

        interface Json<T> extends BiConsumer<T, JsonText>, Serializable {}

        @Override
        public String key(T row) {
            return key.apply(row);
        }

        @Override
        public long instant(T row) {
            return instant.applyAsLong(row);
        }

        @Override
        public void append(T row, JsonText out) {
            json.accept(row, out);
        }
    }
}
