package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * What a midnight's row says of the expected landing and of what moved it since the midnight
 * before. Money in minor units.
 *
 * @param asOf epoch milliseconds
 * @param version version of the row
 * @param mean expected landing
 * @param p50 median of the landing
 * @param moved what each of {@link #PARTS} moved, in their order
 */
public record BridgePoint(long asOf, long version, long mean, long p50, List<Long> moved) {
    /** The parts of a forecast bridge in the order in which they are drawn. */
    public static final List<Quantity> PARTS =
            List.of(
                    Quantity.BRIDGE_WON,
                    Quantity.BRIDGE_LOST,
                    Quantity.BRIDGE_PUSHED,
                    Quantity.BRIDGE_NEW,
                    Quantity.BRIDGE_AMOUNT,
                    Quantity.BRIDGE_PROBABILITY,
                    Quantity.BRIDGE_TIME,
                    Quantity.BRIDGE_EXPECTED_NEW,
                    Quantity.BRIDGE_DEMAND,
                    Quantity.BRIDGE_MODEL,
                    Quantity.BRIDGE_ORGANIZATION);

    static BridgePoint of(PipelineForecast row) {
        Long[] moved = PARTS.stream().map(part -> moved(row, part)).toArray(Long[]::new);
        return new BridgePoint(
                row.asOf(),
                row.version(),
                row.value(Quantity.MODEL_MEAN),
                row.value(Quantity.MODEL_P50),
                Arrays.asList(moved));
    }

    /** What a part moved; time is always stated, and another part only where it moved something. */
    private static long moved(PipelineForecast row, Quantity part) {
        long moved = row.value(part);
        boolean still = moved == Quantity.MISSING && part != Quantity.BRIDGE_TIME;
        return still ? 0 : moved;
    }

    /** Whether the row says what moved: rows of an earlier release do not. */
    boolean tellsMoves() {
        return mean != Quantity.MISSING && !moved.contains(Quantity.MISSING);
    }
}
