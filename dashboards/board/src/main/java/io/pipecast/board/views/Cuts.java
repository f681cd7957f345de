package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds back the rows of a cut until all of them are here, then shows them at once. One thread
 * feeds it; any thread reads {@link #snapshot()}.
 */
final class Cuts {
    private final TreeMap<Long, Map<String, PipelineForecast>> pending = new TreeMap<>();
    private volatile ForecastSnapshot snapshot = ForecastSnapshot.EMPTY;

    ForecastSnapshot snapshot() {
        return snapshot;
    }

    /** Takes a row in; true when its cut became complete with it. */
    boolean accept(PipelineForecast row) {
        Map<String, PipelineForecast> cut =
                pending.computeIfAbsent(row.cut(), k -> new LinkedHashMap<>());
        cut.merge(row.key(), row, Cuts::newer);
        if (cut.size() < row.cutRows()) {
            return false;
        }
        complete(row.cut());
        return true;
    }

    /**
     * Applies a complete cut and what is left of those before it: the log is written in the order
     * of the cuts, so rows still missing from an earlier one were compacted away for newer ones.
     */
    private void complete(long number) {
        Map<String, PipelineForecast> rows = new HashMap<>(snapshot.rows());
        long asOf = snapshot.asOf();
        Iterator<Map<String, PipelineForecast>> due =
                pending.headMap(number, true).values().iterator();
        while (due.hasNext()) {
            for (PipelineForecast row : due.next().values()) {
                rows.merge(row.key(), row, Cuts::newer);
                asOf = Math.max(asOf, row.asOf());
            }
            due.remove();
        }
        dropFormerRoles(rows);
        snapshot = new ForecastSnapshot(Math.max(number, snapshot.cut()), asOf, rows);
    }

    private static PipelineForecast newer(PipelineForecast known, PipelineForecast row) {
        return row.version() >= known.version() ? row : known;
    }

    /**
     * After a period's end its rows still say CURRENT until they are restated: only the newest
     * period of a role holds it.
     */
    private static void dropFormerRoles(Map<String, PipelineForecast> rows) {
        Map<String, Integer> newest = new HashMap<>();
        for (PipelineForecast row : rows.values()) {
            if (isSingle(row.periodKind())) {
                newest.merge(roleKey(row), row.periodEnd(), Math::max);
            }
        }
        rows.values()
                .removeIf(
                        row ->
                                isSingle(row.periodKind())
                                        && row.periodEnd() < newest.get(roleKey(row)));
    }

    private static boolean isSingle(PeriodRole role) {
        return role == PeriodRole.CURRENT || role == PeriodRole.NEXT;
    }

    private static String roleKey(PipelineForecast row) {
        return row.tree() + "|" + row.node() + "|" + row.periodKind();
    }
}
