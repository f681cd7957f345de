package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Quantity;
import java.util.EnumMap;
import java.util.Map;

/** The quantities of a row that are sums as they are. */
final class PlainQuantities {
    private static final Map<Quantity, Measure> SOURCES = sources();

    private PlainQuantities() {}

    private static Map<Quantity, Measure> sources() {
        Map<Quantity, Measure> sources = new EnumMap<>(Quantity.class);
        sources.put(Quantity.CLOSED, Measure.CLOSED);
        sources.put(Quantity.WON_COUNT, Measure.WON_COUNT);
        sources.put(Quantity.LOST_COUNT, Measure.LOST_COUNT);
        sources.put(Quantity.LOST_AMOUNT, Measure.LOST_AMOUNT);
        sources.put(Quantity.CATEGORY_COMMIT, Measure.COMMIT);
        sources.put(Quantity.CATEGORY_BEST_CASE, Measure.BEST_CASE);
        sources.put(Quantity.CATEGORY_PIPELINE, Measure.PIPELINE);
        sources.put(Quantity.OMITTED, Measure.OMITTED);
        sources.put(Quantity.OPEN_AMOUNT, Measure.OPEN_AMOUNT);
        sources.put(Quantity.OPEN_COUNT, Measure.OPEN_COUNT);
        sources.put(Quantity.OVERDUE_AMOUNT, Measure.OVERDUE_AMOUNT);
        sources.put(Quantity.OVERDUE_COUNT, Measure.OVERDUE_COUNT);
        sources.put(Quantity.UNDATED_AMOUNT, Measure.UNDATED_AMOUNT);
        sources.put(Quantity.UNDATED_COUNT, Measure.UNDATED_COUNT);
        sources.put(Quantity.UNCONVERTED_COUNT, Measure.UNCONVERTED_COUNT);
        sources.put(Quantity.UNPRICED_COUNT, Measure.UNPRICED_COUNT);
        sources.put(Quantity.MODEL_FROM_OPEN, Measure.FROM_OPEN);
        sources.put(Quantity.MODEL_FROM_OVERDUE, Measure.FROM_OVERDUE);
        sources.put(Quantity.MODEL_FROM_LATER, Measure.FROM_LATER);
        sources.put(Quantity.MODEL_FROM_UNDATED, Measure.FROM_UNDATED);
        sources.put(Quantity.OMITTED_MODEL, Measure.OMITTED_MODEL);
        return sources;
    }

    /** Puts them into the values of a row, by ordinal of the quantity. */
    @SuppressWarnings("EnumOrdinal") // rows are arrays by quantity
    static void put(long[] values, Sums sums) {
        SOURCES.forEach((quantity, measure) -> values[quantity.ordinal()] = sums.get(measure));
    }
}
