package io.pipecast.domain.forecast;

import io.pipecast.domain.organization.Tree;
import java.util.List;

/**
 * One scope × period as of an instant: a row of a cut. All rows of a cut hold together; readers
 * show complete cuts only.
 *
 * @param cut number of the cut, growing
 * @param cutRows number of rows the cut has
 * @param tree reporting or territory tree
 * @param node node id, {@code company} at the root
 * @param nodeName display name
 * @param parent parent node id, or null at the root
 * @param level distance from the root, 0 for the company
 * @param period period id, or {@code next-30-days}, {@code next-60-days}, {@code next-90-days}
 * @param periodKind CURRENT, NEXT, ROLLING or PAST
 * @param periodStart first epoch day
 * @param periodEnd first epoch day after it
 * @param asOf instant the row speaks of, epoch milliseconds
 * @param settled true when written once the lateness has passed; false for a provisional row
 * @param version number of distinct facts and ticks taken in; only grows
 * @param modelVersion version of the model used, or {@code stage-probabilities} before any model
 * @param currency corporate currency of all money
 * @param values by {@link Quantity} ordinal; {@link Quantity#MISSING} where unknown
 * @param notInSource keys of quantities the source does not carry
 */
public record PipelineForecast(
        long cut,
        int cutRows,
        Tree tree,
        String node,
        String nodeName,
        String parent,
        int level,
        String period,
        PeriodRole periodKind,
        int periodStart,
        int periodEnd,
        long asOf,
        boolean settled,
        long version,
        String modelVersion,
        String currency,
        long[] values,
        List<String> notInSource) {
    /** What a period is to the instant of the row. */
    public enum PeriodRole {
        CURRENT,
        NEXT,
        ROLLING,
        PAST
    }

    /** Value of a quantity, or {@link Quantity#MISSING}. */
    public long value(Quantity quantity) {
        return values[quantity.ordinal()];
    }

    /** Key of the upsert: tree, node and period. */
    public String key() {
        return tree + "|" + node + "|" + period;
    }

    /** The same as somebody may see it: under another node id, name and parent, of other values. */
    public PipelineForecast shown(String as, String name, String below, long[] seen) {
        return new PipelineForecast(
                cut,
                cutRows,
                tree,
                as,
                name,
                below,
                level,
                period,
                periodKind,
                periodStart,
                periodEnd,
                asOf,
                settled,
                version,
                modelVersion,
                currency,
                seen,
                notInSource);
    }
}
