package io.pipecast.streaming.files;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.jobs.ForecastSinks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The files a replay writes. */
public final class ReplayFiles implements ForecastSinks {
    private final RowFiles files;
    private final boolean snapshots;

    /**
     * Files below a directory that exists.
     *
     * @param snapshots whether snapshots.jsonl is wanted
     */
    public ReplayFiles(Path directory, boolean snapshots) {
        this.files = new RowFiles(directory);
        this.snapshots = snapshots;
    }

    @Override
    public void deals(DataStream<DealForecast> rows) {
        files.write(
                rows,
                "deal-forecasts",
                JsonLinesSink.Order.LAST_BY_KEY,
                new RowFiles.Rows<>(
                        DealForecast::opportunityId, DealForecast::asOf, RowJson::append));
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        if (snapshots) {
            files.write(
                    rows,
                    "snapshots",
                    JsonLinesSink.Order.BY_INSTANT,
                    new RowFiles.Rows<>(
                            DealForecast::opportunityId,
                            DealForecast::asOf,
                            RowJson::appendSnapshot));
        }
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        files.write(
                rows,
                "pipeline-forecasts",
                JsonLinesSink.Order.AS_THEY_COME,
                new RowFiles.Rows<>(
                        PipelineForecast::key, PipelineForecast::asOf, RowJson::append));
    }

    @Override
    public void history(DataStream<PipelineForecast> rows) {
        // a replay's pipeline rows are its history
    }

    @Override
    public void alerts(DataStream<Alert> rows) {
        AlertFiles.write(files, rows);
    }

    @Override
    public void rejected(DataStream<Rejection> rows) {
        files.write(
                rows,
                "rejected",
                JsonLinesSink.Order.LAST_BY_KEY,
                new RowFiles.Rows<>(ReplayFiles::record, Rejection::observedAt, RowJson::append));
    }

    @Override
    public void feeds(DataStream<FeedStatus> rows) {
        // a file has no freshness
    }

    private static String record(Rejection row) {
        return String.format(
                Locale.ROOT,
                "%020d %s %s",
                row.position(),
                row.detail(),
                new String(row.raw(), StandardCharsets.ISO_8859_1));
    }
}
