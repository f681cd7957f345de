package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.Comparator;
import java.util.List;

/**
 * A node of a tree with its forecasts, all of one cut.
 *
 * @param tree the tree
 * @param id node id
 * @param name display name
 * @param parent parent id, or null at the root
 * @param level distance from the root
 * @param periods its rows: current period first, then next, rolling by length, past
 */
public record Node(
        Tree tree,
        String id,
        String name,
        String parent,
        int level,
        List<PipelineForecast> periods) {
    private static final Comparator<PipelineForecast> ORDER =
            Comparator.comparing(PipelineForecast::periodKind)
                    .thenComparingInt(PipelineForecast::periodEnd);

    /** A node of its rows; the root goes by the configured name of the company. */
    static Node of(List<PipelineForecast> rows, String company) {
        PipelineForecast newest =
                rows.stream().max(Comparator.comparingLong(PipelineForecast::cut)).orElseThrow();
        List<PipelineForecast> ordered = rows.stream().sorted(ORDER).toList();
        return new Node(
                newest.tree(),
                newest.node(),
                newest.node().equals(Organization.COMPANY) ? company : newest.nodeName(),
                newest.parent(),
                newest.level(),
                ordered);
    }

    /** The row of the current period, or null. */
    public PipelineForecast current() {
        return periods.stream()
                .filter(row -> row.periodKind() == PeriodRole.CURRENT)
                .findFirst()
                .orElse(null);
    }

    /** The row of a period id, or null. */
    public PipelineForecast period(String id) {
        return periods.stream().filter(row -> row.period().equals(id)).findFirst().orElse(null);
    }
}
