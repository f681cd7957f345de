package io.pipecast.streaming.files;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.jobs.ForecastSinks;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The files a replay writes. */
public final class ReplayFiles implements ForecastSinks {
    private final Path directory;
    private final boolean snapshots;

    /**
     * Files below a directory that exists.
     *
     * @param snapshots whether snapshots.jsonl is wanted
     */
    public ReplayFiles(Path directory, boolean snapshots) {
        this.directory = directory;
        this.snapshots = snapshots;
    }

    @Override
    public void deals(DataStream<DealForecast> rows) {
        write(
                rows,
                "deal-forecasts",
                JsonLinesSink.Order.LAST_BY_KEY,
                new Rows<>(DealForecast::opportunityId, DealForecast::asOf, RowJson::append));
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        if (snapshots) {
            write(
                    rows,
                    "snapshots",
                    JsonLinesSink.Order.BY_INSTANT,
                    new Rows<>(
                            DealForecast::opportunityId,
                            DealForecast::asOf,
                            RowJson::appendSnapshot));
        }
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        write(
                rows,
                "pipeline-forecasts",
                JsonLinesSink.Order.AS_THEY_COME,
                new Rows<>(PipelineForecast::key, PipelineForecast::asOf, RowJson::append));
    }

    @Override
    public void history(DataStream<PipelineForecast> rows) {
        // a replay's pipeline rows are its history
    }

    @Override
    public void alerts(DataStream<Alert> rows) {
        write(
                rows,
                "alerts",
                JsonLinesSink.Order.LAST_BY_KEY,
                new Rows<>(ReplayFiles::statement, Alert::raisedAt, RowJson::append));
    }

    @Override
    public void rejected(DataStream<Rejection> rows) {
        write(
                rows,
                "rejected",
                JsonLinesSink.Order.LAST_BY_KEY,
                new Rows<>(ReplayFiles::record, Rejection::observedAt, RowJson::append));
    }

    @Override
    public void feeds(DataStream<FeedStatus> rows) {
        // a file has no freshness
    }

    private <T> void write(
            DataStream<T> rows,
            String name,
            JsonLinesSink.Order order,
            JsonLinesSink.Format<T> format) {
        rows.sinkTo(new JsonLinesSink<>(directory.resolve(name + ".jsonl"), order, format))
                .uid("write-" + name)
                .name("write " + name)
                .setParallelism(1);
    }

    /** By the instant raised, then by alert, then by statement. */
    private static String statement(Alert row) {
        return String.format(
                Locale.ROOT, "%015d %s %09d", row.raisedAt(), row.alertId(), row.version());
    }

    private static String record(Rejection row) {
        return String.format(
                Locale.ROOT,
                "%020d %s %s",
                row.position(),
                row.detail(),
                new String(row.raw(), StandardCharsets.ISO_8859_1));
    }

    /** How one kind of row becomes a line, put together from its parts. */
    private record Rows<T>(Key<T> key, At<T> instant, Json<T> json)
            implements JsonLinesSink.Format<T> {
        interface Key<T> extends Function<T, String>, Serializable {}

        interface At<T> extends ToLongFunction<T>, Serializable {}

        interface Json<T> extends BiConsumer<T, StringBuilder>, Serializable {}

        @Override
        public String key(T row) {
            return key.apply(row);
        }

        @Override
        public long instant(T row) {
            return instant.applyAsLong(row);
        }

        @Override
        public void append(T row, StringBuilder out) {
            json.accept(row, out);
        }
    }
}
