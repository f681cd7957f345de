package io.pipecast.board;

import io.pipecast.domain.forecast.Quantity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Quantities of a row under construction; what is not set is missing. */
public final class SampleValues {
    private final Map<Quantity, Long> values = new EnumMap<>(Quantity.class);

    /** Sets a quantity. */
    public SampleValues set(Quantity quantity, long value) {
        values.put(quantity, value);
        return this;
    }

    void add(Quantity quantity, long value) {
        values.merge(quantity, value, Long::sum);
    }

    long get(Quantity quantity) {
        return values.getOrDefault(quantity, 0L);
    }

    /** As rows carry them. */
    public long[] toArray() {
        return Arrays.stream(Quantity.values())
                .mapToLong(quantity -> values.getOrDefault(quantity, Quantity.MISSING))
                .toArray();
    }
}
