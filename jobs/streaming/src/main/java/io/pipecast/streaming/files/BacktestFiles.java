package io.pipecast.streaming.files;

import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.streaming.jobs.SomeSinks;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a backtest judges of a replay: open deals at chosen midnights, fiscal periods while they run
 * and after, and the last row of every deal. Nothing else is written.
 */
public final class BacktestFiles extends SomeSinks {
    private final RowFiles files;
    private final long[] snapshots;

    /**
     * Files below a directory that exists.
     *
     * @param snapshots midnights whose snapshots are kept, epoch milliseconds, ascending
     */
    public BacktestFiles(Path directory, long[] snapshots) {
        this.files = new RowFiles(directory);
        this.snapshots = snapshots.clone();
    }

    @Override
    public void deals(DataStream<DealForecast> rows) {
        files.write(
                rows,
                "deals",
                JsonLinesSink.Order.LAST_BY_KEY,
                new RowFiles.Rows<>(
                        DealForecast::opportunityId, DealForecast::asOf, RowJson::append));
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        long[] wanted = snapshots;
        files.write(
                rows.filter(row -> Arrays.binarySearch(wanted, row.asOf()) >= 0)
                        .uid("chosen-midnights"),
                "snapshots",
                JsonLinesSink.Order.BY_INSTANT,
                new RowFiles.Rows<>(
                        DealForecast::opportunityId, DealForecast::asOf, RowJson::appendSnapshot));
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        files.write(
                rows.filter(BacktestFiles::isRunningOrPast).setParallelism(1).uid("fiscal-periods"),
                "pipelines",
                JsonLinesSink.Order.AS_THEY_COME,
                new RowFiles.Rows<>(
                        PipelineForecast::key, PipelineForecast::asOf, RowJson::append));
    }

    private static boolean isRunningOrPast(PipelineForecast row) {
        return row.periodKind() == PeriodRole.CURRENT || row.periodKind() == PeriodRole.PAST;
    }
}
