package io.pipecast.training.backtest;

import io.pipecast.domain.settings.PipelineSettings;
import java.util.List;

/**
 * What was known of a target at a cut: the earlier snapshots whose horizon had ended by then, and
 * the deals that had closed.
 *
 * @param settings of the company
 * @param rows all snapshots
 * @param target what is forecast
 * @param ends first instant after the target's horizon, by row
 * @param outcomes of all deals
 * @param cut epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record Known(
        PipelineSettings settings,
        Snapshots rows,
        Target target,
        long[] ends,
        Outcomes outcomes,
        long cut) {
    /** Looks at a row whose outcome was known. */
    interface Visitor {
        void row(int i, boolean came);
    }

    /** Visits the rows whose outcome was known at the cut, in their order. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < rows.size() && rows.row(i).asOf() < cut; i++) {
            if (isKnown(rows, i, ends[i], cut)) {
                visitor.row(i, rows.wonBefore(i, ends[i]));
            }
        }
    }

    /** Whether a row's outcome is known at an instant. */
    static boolean isKnown(Snapshots rows, int i, long end, long instant) {
        return end == Target.NEVER ? rows.endedAt(i) < instant : end <= instant;
    }

    /** Deals closed before the cut. */
    List<ClosedDeal> closed() {
        return outcomes.closed().stream().filter(deal -> deal.endedAt() < cut).toList();
    }
}
