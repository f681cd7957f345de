package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.domain.forecast.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The quantities of a pipeline forecast in the order in which its schema has them. */
final class WireQuantities {
    private static final String BEFORE = "currency";
    private static final String AFTER = "notInSource";

    /** In wire order. */
    static final List<Quantity> ORDER = order(WireSchema.PIPELINE_FORECAST.schema);

    private WireQuantities() {}

    /**
     * Matches the schema's fields with the quantities by key.
     *
     * @throws IllegalStateException when one of them has what the other lacks
     */
    static List<Quantity> order(Schema schema) {
        Map<String, Quantity> byKey =
                Arrays.stream(Quantity.values())
                        .collect(Collectors.toMap(q -> q.key, Function.identity()));
        List<Quantity> order = new ArrayList<>();
        int from = schema.getField(BEFORE).pos() + 1;
        int to = schema.getField(AFTER).pos();
        for (Schema.Field field : schema.getFields().subList(from, to)) {
            Quantity quantity = byKey.remove(field.name());
            if (quantity == null) {
                throw new IllegalStateException(
                        "a field of PipelineForecast must be a quantity, was " + field.name());
            }
            order.add(quantity);
        }
        if (!byKey.isEmpty()) {
            throw new IllegalStateException(
                    "a quantity must be a field of PipelineForecast, was none for "
                            + byKey.keySet());
        }
        return List.copyOf(order);
    }
}
