package io.pipecast.board.views;

import io.pipecast.domain.forecast.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;

/**
 * What moved the expected landing of a node and period between two midnights, as published then:
 * the sum over the midnights in between. So bridges add up: from a to b and from b to c is from a
 * to c, part by part. Money in minor units.
 *
 * @param from row of the first midnight
 * @param to row of the last midnight
 * @param moved what each of {@link BridgePoint#PARTS} moved, in their order
 * @param unexplained what the parts leave over of the difference of the two means: computed, and 0
 *     unless a midnight is missing
 */
public record ForecastBridge(BridgePoint from, BridgePoint to, List<Long> moved, long unexplained) {
    /**
     * The bridge from the last midnight published at or before an instant, or the first one there
     * is, to the last one at or before another.
     *
     * @param points by instant, epoch milliseconds
     * @return null where fewer than one midnight was published up to {@code until}
     */
    static ForecastBridge of(NavigableMap<Long, BridgePoint> points, long since, long until) {
        NavigableMap<Long, BridgePoint> known = points.headMap(until, true);
        if (known.isEmpty()) {
            return null;
        }
        Long begun = known.floorKey(since);
        Long first = begun == null ? known.firstKey() : begun;
        BridgePoint from = known.get(first);
        BridgePoint to = known.lastEntry().getValue();
        List<Long> moved = sum(known.tailMap(first, false).values());
        long rest = Math.subtractExact(to.mean(), from.mean());
        for (long part : moved) {
            rest = Math.subtractExact(rest, part);
        }
        return new ForecastBridge(from, to, moved, rest);
    }

    private static List<Long> sum(Collection<BridgePoint> points) {
        List<Long> sums = new ArrayList<>(Collections.nCopies(BridgePoint.PARTS.size(), 0L));
        for (BridgePoint point : points) {
            for (int i = 0; i < sums.size(); i++) {
                long part = point.moved().get(i);
                sums.set(i, Math.addExact(sums.get(i), part == Quantity.MISSING ? 0 : part));
            }
        }
        return List.copyOf(sums);
    }
}
