package io.pipecast.streaming.files;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.jobs.ForecastSinks;
import java.nio.file.Path;
import java.util.Locale;
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
        write(rows, "deal-forecasts", JsonLinesSink.Order.LAST_BY_KEY, new Deals());
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        if (snapshots) {
            write(rows, "snapshots", JsonLinesSink.Order.BY_INSTANT, new Snapshots());
        }
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        write(rows, "pipeline-forecasts", JsonLinesSink.Order.AS_THEY_COME, new Pipelines());
    }

    @Override
    public void history(DataStream<PipelineForecast> rows) {
        // a replay's pipeline rows are its history
    }

    @Override
    public void alerts(DataStream<Alert> rows) {
        write(rows, "alerts", JsonLinesSink.Order.LAST_BY_KEY, new Alerts());
    }

    @Override
    public void rejected(DataStream<Rejection> rows) {
        write(rows, "rejected", JsonLinesSink.Order.LAST_BY_KEY, new Rejections());
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

    private static final class Deals implements JsonLinesSink.Format<DealForecast> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(DealForecast row) {
            return row.opportunityId();
        }

        @Override
        public long instant(DealForecast row) {
            return row.asOf();
        }

        @Override
        public void append(DealForecast row, StringBuilder out) {
            RowJson.append(row, out);
        }
    }

    private static final class Snapshots implements JsonLinesSink.Format<DealForecast> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(DealForecast row) {
            return row.opportunityId();
        }

        @Override
        public long instant(DealForecast row) {
            return row.asOf();
        }

        @Override
        public void append(DealForecast row, StringBuilder out) {
            RowJson.appendSnapshot(row, out);
        }
    }

    private static final class Pipelines implements JsonLinesSink.Format<PipelineForecast> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(PipelineForecast row) {
            return row.key();
        }

        @Override
        public long instant(PipelineForecast row) {
            return row.asOf();
        }

        @Override
        public void append(PipelineForecast row, StringBuilder out) {
            RowJson.append(row, out);
        }
    }

    private static final class Alerts implements JsonLinesSink.Format<Alert> {
        private static final long serialVersionUID = 1L;

        /** By the instant raised, then by alert, then by statement. */
        @Override
        public String key(Alert row) {
            return String.format(
                    Locale.ROOT, "%015d %s %09d", row.raisedAt(), row.alertId(), row.version());
        }

        @Override
        public long instant(Alert row) {
            return row.raisedAt();
        }

        @Override
        public void append(Alert row, StringBuilder out) {
            RowJson.append(row, out);
        }
    }

    private static final class Rejections implements JsonLinesSink.Format<Rejection> {
        private static final long serialVersionUID = 1L;

        @Override
        public String key(Rejection row) {
            return String.format(
                    Locale.ROOT,
                    "%020d %s %s",
                    row.position(),
                    row.detail(),
                    new String(row.raw(), java.nio.charset.StandardCharsets.ISO_8859_1));
        }

        @Override
        public long instant(Rejection row) {
            return row.observedAt();
        }

        @Override
        public void append(Rejection row, StringBuilder out) {
            RowJson.append(row, out);
        }
    }
}
