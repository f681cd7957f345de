package io.pipecast.board;

import io.pipecast.board.views.BridgePoint;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Random;

/** What moved a sample forecast from one day to the next: made up, but it sums to the cent. */
final class SampleMoves {
    private SampleMoves() {}

    /** Says in a row what moved it since another one. */
    static void split(PipelineForecast row, PipelineForecast before) {
        Random random = new Random(row.key().hashCode() * 31L + row.asOf() / 3_600_000);
        long left = row.value(Quantity.MODEL_MEAN) - before.value(Quantity.MODEL_MEAN);
        long size = row.value(Quantity.MODEL_MEAN) / 400;
        for (Quantity part : BridgePoint.PARTS) {
            boolean rare = part == Quantity.BRIDGE_MODEL || part == Quantity.BRIDGE_ORGANIZATION;
            long moved = rare ? 0 : Math.round(size * side(part) * random.nextDouble());
            row.values()[part.ordinal()] = moved;
            left -= moved;
        }
        row.values()[Quantity.BRIDGE_PROBABILITY.ordinal()] += left;
    }

    private static int side(Quantity part) {
        return switch (part) {
            case BRIDGE_LOST, BRIDGE_PUSHED, BRIDGE_EXPECTED_NEW, BRIDGE_TIME -> -1;
            default -> 1;
        };
    }
}
