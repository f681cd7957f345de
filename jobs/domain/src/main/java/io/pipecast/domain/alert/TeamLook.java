package io.pipecast.domain.alert;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;

/**
 * What a team's forecast was at an earlier midnight.
 *
 * @param day epoch day that began
 * @param mean expected landing, corporate minor units
 * @param spread from P10 to P90, corporate minor units
 * @param missing percentage missing of the pipeline needed, or {@link TeamRule#NOTHING}
 * @param moved what moved the mean since the midnight before, by {@link #PARTS}
 */
public record TeamLook(int day, long mean, long spread, int missing, List<Long> moved) {
    /** What moves a forecast. */
    static final List<Quantity> PARTS =
            List.of(
                    Quantity.BRIDGE_WON,
                    Quantity.BRIDGE_LOST,
                    Quantity.BRIDGE_PUSHED,
                    Quantity.BRIDGE_NEW,
                    Quantity.BRIDGE_AMOUNT,
                    Quantity.BRIDGE_PROBABILITY,
                    Quantity.BRIDGE_TIME,
                    Quantity.BRIDGE_EXPECTED_NEW,
                    Quantity.BRIDGE_MODEL,
                    Quantity.BRIDGE_ORGANIZATION,
                    Quantity.BRIDGE_DEMAND);

    public TeamLook {
        moved = List.copyOf(moved);
    }

    /** What a row says at the midnight a day begins with. */
    static TeamLook of(PipelineForecast row, int day) {
        return new TeamLook(
                day,
                row.value(Quantity.MODEL_MEAN),
                row.value(Quantity.MODEL_P90) - row.value(Quantity.MODEL_P10),
                CoverageLow.missing(row),
                PARTS.stream().map(part -> known(row.value(part))).toList());
    }

    private static long known(long moved) {
        return moved == Quantity.MISSING ? 0 : moved;
    }
}
