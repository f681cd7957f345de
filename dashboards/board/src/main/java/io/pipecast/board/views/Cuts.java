package io.pipecast.board.views;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.PipelineForecast;
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
    private final String company;
    private final DayClock days;
    private final TreeMap<Long, Map<String, PipelineForecast>> pending = new TreeMap<>();
    private volatile ForecastSnapshot snapshot = ForecastSnapshot.EMPTY;

    Cuts(String company, DayClock days) {
        this.company = company;
        this.days = days;
    }

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
        dropLeftBehind(rows, asOf);
        snapshot = new ForecastSnapshot(company, Math.max(number, snapshot.cut()), asOf, rows);
    }

    private static PipelineForecast newer(PipelineForecast known, PipelineForecast row) {
        return row.version() >= known.version() ? row : known;
    }

    /**
     * The first cut of a local day has every scope, so a row of an earlier day speaks of a node
     * that has left, or of a period that is no longer published.
     */
    private void dropLeftBehind(Map<String, PipelineForecast> rows, long asOf) {
        int today = days.dayOf(asOf);
        rows.values().removeIf(row -> days.dayOf(row.asOf()) < today);
    }
}
