package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;

/**
 * Reads the rows that {@link RowAvro} writes, of every schema that was ever in force. Each method
 * throws {@link IllegalArgumentException} for a message that is not such a row. Not thread-safe.
 */
public final class RowDecoder {
    private final WireRows rows =
            new WireRows(
                    WireSchema.DEAL_FORECAST,
                    WireSchema.PIPELINE_FORECAST,
                    WireSchema.ALERT,
                    WireSchema.REJECTED,
                    WireSchema.FEED_STATUS,
                    WireSchema.MODEL_STATUS);

    /** A deal. */
    public DealForecast deal(byte[] message) {
        return rows.read(WireSchema.DEAL_FORECAST, message, RowReader::deal);
    }

    /** A scope and period. */
    public PipelineForecast pipeline(byte[] message) {
        return rows.read(WireSchema.PIPELINE_FORECAST, message, RowReader::pipeline);
    }

    /** An alert. */
    public Alert alert(byte[] message) {
        return rows.read(WireSchema.ALERT, message, AlertAvro::read);
    }

    /** A rejection. */
    public Rejection rejection(byte[] message) {
        return rows.read(WireSchema.REJECTED, message, RowReader::rejection);
    }

    /** A feed. */
    public FeedStatus feed(byte[] message) {
        return rows.read(WireSchema.FEED_STATUS, message, RowReader::feed);
    }

    /** What became of a published model. */
    public ModelStatus model(byte[] message) {
        return rows.read(WireSchema.MODEL_STATUS, message, RowReader::model);
    }
}
