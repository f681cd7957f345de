package io.pipecast.streaming.files;

import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.alert.Alert;
import io.pipecast.streaming.jobs.SomeSinks;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The alerts of a replay, and nothing else. */
public final class AlertFiles extends SomeSinks {
    private final RowFiles files;

    /** A file below a directory that exists. */
    public AlertFiles(Path directory) {
        this.files = new RowFiles(directory);
    }

    @Override
    public void alerts(DataStream<Alert> rows) {
        write(files, rows);
    }

    /** Writes {@code alerts.jsonl}. */
    static void write(RowFiles files, DataStream<Alert> rows) {
        files.write(
                rows,
                "alerts",
                JsonLinesSink.Order.LAST_BY_KEY,
                new RowFiles.Rows<>(AlertFiles::statement, Alert::raisedAt, RowJson::append));
    }

    /** By the instant raised, then by alert, then by version. */
    private static String statement(Alert row) {
        return String.format(
                Locale.ROOT, "%015d %s %012d", row.raisedAt(), row.alertId(), row.version());
    }
}
