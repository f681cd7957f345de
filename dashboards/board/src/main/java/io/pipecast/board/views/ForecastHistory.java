package io.pipecast.board.views;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.organization.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The forecasts as published then: per node and fiscal period the last settled row of every local
 * day.
 */
public final class ForecastHistory {
    private final DayClock days;
    private final Map<String, Map<String, PeriodPath>> paths = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, BridgePoint>> bridges = new ConcurrentHashMap<>();

    ForecastHistory(DayClock days) {
        this.days = days;
    }

    void accept(PipelineForecast row) {
        if (row.periodKind() == PeriodRole.ROLLING || !days.covers(row.asOf())) {
            return;
        }
        bridge(row);
        PeriodPath path =
                paths.computeIfAbsent(row.tree() + "|" + row.node(), k -> new ConcurrentHashMap<>())
                        .computeIfAbsent(row.period(), k -> emptyPath(row));
        path.points()
                .merge(
                        days.dayOf(row.asOf()),
                        HistoryPoint.of(row),
                        (known, point) -> point.isBefore(known) ? known : point);
    }

    private void bridge(PipelineForecast row) {
        BridgePoint point = BridgePoint.of(row);
        if (point.tellsMoves()) {
            bridges.computeIfAbsent(row.key(), k -> new ConcurrentSkipListMap<>())
                    .merge(
                            row.asOf(),
                            point,
                            (known, next) -> next.version() < known.version() ? known : next);
        }
    }

    /**
     * What moved the expected landing of a node and period from the last midnight published at or
     * before {@code since}, or the first there is, to the last one at or before {@code until};
     * instants in epoch milliseconds. Null where none was published.
     */
    public ForecastBridge bridge(Tree tree, String node, String period, long since, long until) {
        NavigableMap<Long, BridgePoint> points = bridges.get(tree + "|" + node + "|" + period);
        return points == null ? null : ForecastBridge.of(points, since, until);
    }

    private static PeriodPath emptyPath(PipelineForecast row) {
        return new PeriodPath(
                row.period(), row.periodStart(), row.periodEnd(), new ConcurrentSkipListMap<>());
    }

    /** The path of a node through a period, or null where nothing was published. */
    public PeriodPath path(Tree tree, String node, String period) {
        return of(tree, node).get(period);
    }

    /** Paths of the periods that ended at or before a day, newest first. */
    public List<PeriodPath> endedBy(Tree tree, String node, int day) {
        return of(tree, node).values().stream()
                .filter(path -> path.endDay() <= day)
                .sorted(Comparator.comparingInt(PeriodPath::endDay).reversed())
                .toList();
    }

    private Map<String, PeriodPath> of(Tree tree, String node) {
        return paths.getOrDefault(tree + "|" + node, Map.of());
    }
}
