package io.pipecast.board.access;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.codec.settings.BoardRole;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.Set;

/** What a viewer sees of the rows of a cut. */
final class Lens {
    private final ForecastSnapshot whole;
    private final Viewer viewer;
    private final Set<String> owners;
    private final Naming naming;
    private final boolean chances;

    Lens(
            ForecastSnapshot whole,
            Viewer viewer,
            Set<String> owners,
            Naming naming,
            boolean chances) {
        this.whole = whole;
        this.viewer = viewer;
        this.owners = owners;
        this.naming = naming;
        this.chances = chances;
    }

    /** Whether every row is seen as it is. */
    boolean isClear() {
        return owners == null && naming.isPlain() && chances;
    }

    /** What is seen of a row, or null for nothing. */
    PipelineForecast row(PipelineForecast row) {
        if (owners != null && !isIn(row)) {
            return null;
        }
        if (row.tree() == Tree.TERRITORY) {
            return row;
        }
        if (naming.isHidden(row.node())) {
            return null;
        }
        String as = naming.id(row.node());
        return row.shown(
                as,
                as.equals(row.node()) ? row.nodeName() : as,
                owners != null && row.node().equals(viewer.user()) ? null : row.parent(),
                chances ? row.values() : withoutModel(row));
    }

    /** A territory sums deals of many people, and so does a rep with people below. */
    private boolean isIn(PipelineForecast row) {
        if (row.tree() != Tree.REPORTING || !owners.contains(row.node())) {
            return false;
        }
        Node node = whole.node(Tree.REPORTING, row.node());
        return viewer.role() != BoardRole.REP || whole.children(node).isEmpty();
    }

    private static long[] withoutModel(PipelineForecast row) {
        long[] values = row.values().clone();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.isOfModel()) {
                values[quantity.ordinal()] = Quantity.MISSING;
            }
        }
        return values;
    }
}
