package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Totals of every node of both trees, kept from additive leaf totals. The leaves are the truth;
 * node totals are derived and drawn anew whenever the organization changes.
 */
public final class ScopeBook {
    /**
     * A node and window.
     *
     * @param tree tree of the node
     * @param node node id
     * @param window {@link Window} code
     */
    public record Scope(Tree tree, String node, int window) {}

    private final TreeMap<String, Map<Leaf, Sums>> leavesByOwner = new TreeMap<>();
    private final Map<Scope, Sums> totals = new HashMap<>();
    private final Set<Scope> touched = new HashSet<>();
    private OrgChart chart;

    /** Adds to a leaf and to every node above it. */
    public void add(Leaf leaf, Sums delta) {
        Map<Leaf, Sums> leaves = leavesByOwner.computeIfAbsent(leaf.owner(), o -> new HashMap<>());
        leaves.computeIfAbsent(leaf, l -> new Sums()).add(delta);
        if (chart != null) {
            climb(leaf, delta);
        }
    }

    private void climb(Leaf leaf, Sums delta) {
        for (Tree tree : Tree.values()) {
            for (String node : chart.path(tree, leaf)) {
                Scope scope = new Scope(tree, node, leaf.window());
                totals.computeIfAbsent(scope, s -> new Sums()).add(delta);
                touched.add(scope);
            }
        }
    }

    /** Draws all node totals anew along a chart. */
    public void follow(OrgChart newChart) {
        chart = newChart;
        totals.clear();
        leavesByOwner.values().forEach(leaves -> leaves.forEach(this::climb));
    }

    /** Chart the totals follow, or null before the first. */
    public OrgChart chart() {
        return chart;
    }

    /** Total of a scope; empty sums where nothing was contributed. */
    public Sums total(Scope scope) {
        Sums sums = totals.get(scope);
        return sums == null ? new Sums() : sums;
    }

    /** Owners that ever contributed, in order. */
    public Set<String> owners() {
        return leavesByOwner.keySet();
    }

    /** All leaves with their sums, for state. */
    public Map<Leaf, Sums> leaves() {
        Map<Leaf, Sums> all = new HashMap<>();
        leavesByOwner.values().forEach(all::putAll);
        return all;
    }

    /** Scopes changed since the last call. */
    public Set<Scope> takeTouched() {
        Set<Scope> taken = new HashSet<>(touched);
        touched.clear();
        return taken;
    }
}
