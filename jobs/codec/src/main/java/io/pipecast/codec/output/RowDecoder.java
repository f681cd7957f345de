package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;

/**
 * Reads the rows that {@link RowAvro} writes, of every schema that was ever in force. Each method
 * throws {@link IllegalArgumentException} for a message that is not such a row. Not thread-safe.
 */
public final class RowDecoder {
    private final WireHistory history =
            new WireHistory(
                    WireSchema.DEAL_FORECAST,
                    WireSchema.PIPELINE_FORECAST,
                    WireSchema.ALERT,
                    WireSchema.REJECTED,
                    WireSchema.FEED_STATUS,
                    WireSchema.MODEL_STATUS);

    private final WireReader reader = new WireReader();

    /** A deal. */
    public DealForecast deal(byte[] message) {
        return read(WireSchema.DEAL_FORECAST, message, RowReader::deal);
    }

    /** A scope and period. */
    public PipelineForecast pipeline(byte[] message) {
        return read(WireSchema.PIPELINE_FORECAST, message, RowReader::pipeline);
    }

    /** An alert. */
    public Alert alert(byte[] message) {
        return read(WireSchema.ALERT, message, AlertAvro::read);
    }

    /** A rejection. */
    public Rejection rejection(byte[] message) {
        return read(WireSchema.REJECTED, message, RowReader::rejection);
    }

    /** A feed. */
    public FeedStatus feed(byte[] message) {
        return read(WireSchema.FEED_STATUS, message, RowReader::feed);
    }

    /** What became of a published model. */
    public ModelStatus model(byte[] message) {
        return read(WireSchema.MODEL_STATUS, message, RowReader::model);
    }

    private interface Read<T> {
        T from(WireReader reader) throws IOException;
    }

    private <T> T read(WireSchema schema, byte[] message, Read<T> read) {
        boolean known =
                WireSchema.isMessage(message)
                        && history.find(WireSchema.fingerprintOf(message)) == schema;
        if (!known) {
            throw new IllegalArgumentException(
                    "a message must be written in a schema of " + schema.subject + ", was not");
        }
        try {
            T row = read.from(reader.over(history.present(message)));
            if (!reader.atEnd()) {
                throw new IOException("bytes follow the end of the record");
            }
            return row;
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "a message must be a whole " + schema.subject + ", was not: " + e.getMessage(),
                    e);
        }
    }
}
