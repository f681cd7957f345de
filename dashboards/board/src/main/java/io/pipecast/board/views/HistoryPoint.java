package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;

/**
 * What a forecast said at the end of a day, as published then. Money in minor units, or {@link
 * Quantity#MISSING}.
 *
 * @param asOf epoch milliseconds
 */
public record HistoryPoint(
        long asOf,
        long version,
        long closed,
        long commit,
        long stageWeighted,
        long p10,
        long p50,
        long p90,
        long quota,
        long open) {
    static HistoryPoint of(PipelineForecast row) {
        return new HistoryPoint(
                row.asOf(),
                row.version(),
                row.value(Quantity.CLOSED),
                row.value(Quantity.CUMULATIVE_COMMIT),
                row.value(Quantity.STAGE_WEIGHTED),
                row.value(Quantity.MODEL_P10),
                row.value(Quantity.MODEL_P50),
                row.value(Quantity.MODEL_P90),
                row.value(Quantity.QUOTA),
                row.value(Quantity.OPEN_AMOUNT));
    }

    boolean isBefore(HistoryPoint other) {
        return asOf < other.asOf || (asOf == other.asOf && version < other.version);
    }

    /** The same without what the model said. */
    public HistoryPoint withoutModel() {
        return new HistoryPoint(
                asOf,
                version,
                closed,
                commit,
                stageWeighted,
                Quantity.MISSING,
                Quantity.MISSING,
                Quantity.MISSING,
                quota,
                open);
    }
}
