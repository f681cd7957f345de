package io.pipecast.streaming.files;

import io.pipecast.codec.output.RowJson;
import io.pipecast.domain.alert.Alert;
import io.pipecast.streaming.jobs.SomeSinks;
import java.nio.file.Path;
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

    /** Writes {@code alerts.jsonl}, in the order in which DELIVER states and decides: by time. */
    static void write(RowFiles files, DataStream<Alert> rows) {
        files.write(
                rows,
                "alerts",
                JsonLinesSink.Order.AS_THEY_COME,
                new RowFiles.Rows<>(Alert::alertId, Alert::statedAt, RowJson::append));
    }
}
