package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.testkit.ForAll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ForecastBridgeTest {
    private static final int DAYS = 40;

    @Test
    void bridgesAddUpPartByPart() {
        ForAll.seeds(
                50,
                random -> {
                    NavigableMap<Long, BridgePoint> points = points(random);
                    long a = random.nextInt(DAYS / 2);
                    long b = a + random.nextInt((int) (DAYS - a));
                    long c = b + random.nextInt((int) (DAYS - b));
                    ForecastBridge first = ForecastBridge.of(points, a, b);
                    ForecastBridge second = ForecastBridge.of(points, b, c);
                    ForecastBridge whole = ForecastBridge.of(points, a, c);

                    assertThat(plus(first.moved(), second.moved())).isEqualTo(whole.moved());
                    assertThat(whole.unexplained()).isZero();
                    assertThat(sum(whole.moved()))
                            .isEqualTo(whole.to().mean() - whole.from().mean());
                });
    }

    @Test
    void aMissingMidnightIsUnexplainedAndNotPlugged() {
        NavigableMap<Long, BridgePoint> points = points(new Random(1));
        long gone = sum(points.remove(7L).moved());

        assertThat(gone).isNotZero();
        assertThat(ForecastBridge.of(points, 3, 9).unexplained()).isEqualTo(gone);
    }

    @Test
    void beginsWithTheFirstMidnightWhereNoneIsEarlier() {
        NavigableMap<Long, BridgePoint> points = points(new Random(2));
        points.headMap(5L).clear();

        assertThat(ForecastBridge.of(points, 1, 9).from().asOf()).isEqualTo(5);
        assertThat(ForecastBridge.of(points, 1, 4)).isNull();
    }

    /** A midnight at each of the instants 0, 1, 2 … */
    private static NavigableMap<Long, BridgePoint> points(Random random) {
        NavigableMap<Long, BridgePoint> points = new TreeMap<>();
        long mean = 1_000_000;
        for (long at = 0; at < DAYS; at++) {
            List<Long> moved =
                    random.longs(BridgePoint.PARTS.size(), -9_999, 9_999).boxed().toList();
            mean += sum(moved);
            points.put(at, new BridgePoint(at, 1, mean, Quantity.MISSING, moved));
        }
        return points;
    }

    private static long sum(List<Long> moved) {
        return moved.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> plus(List<Long> a, List<Long> b) {
        List<Long> sums = new ArrayList<>(Collections.nCopies(a.size(), 0L));
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, a.get(i) + b.get(i));
        }
        return sums;
    }
}
