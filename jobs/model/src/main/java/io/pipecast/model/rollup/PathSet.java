package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Tree;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at each path of an earlier chart once to see whether a new chart has it too. */
@SuppressWarnings("EnumOrdinal") // paths are lists by tree
final class PathSet {
    private final OrgChart chart;
    private final Set<String> moved;
    private final Map<Tree, Map<List<String>, Boolean>> kept = new EnumMap<>(Tree.class);

    /**
     * Paths of an earlier chart.
     *
     * @param chart the new chart, to which the nodes of kept paths are made known
     * @param moved users and territories stated anew between the charts
     */
    PathSet(OrgChart chart, Set<String> moved) {
        this.chart = chart;
        this.moved = moved;
        for (Tree tree : Tree.values()) {
            kept.put(tree, new IdentityHashMap<>());
        }
    }

    /** Whether the paths of a leaf, by tree, are the same in the new chart. */
    boolean keeps(List<List<String>> paths) {
        boolean all = true;
        for (Tree tree : Tree.values()) {
            List<String> path = paths.get(tree.ordinal());
            Map<List<String>, Boolean> ofTree = kept.get(tree);
            Boolean known = ofTree.get(path);
            if (known == null) {
                known = look(tree, path);
                ofTree.put(path, known);
            }
            all &= known;
        }
        return all;
    }

    private boolean look(Tree tree, List<String> path) {
        for (String node : path) {
            if (moved.contains(OrgChart.base(node))) {
                return false;
            }
        }
        chart.know(tree, path);
        return true;
    }
}
