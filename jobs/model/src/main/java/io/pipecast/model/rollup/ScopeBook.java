package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Totals of every node of both trees, kept from additive leaf totals. The leaves are the truth;
 * node totals are derived and follow whenever the organization changes.
 */
@SuppressWarnings("EnumOrdinal") // paths are lists by tree
public final class ScopeBook {
    /**
     * A node and window.
     *
     * @param tree tree of the node
     * @param node node id
     * @param window {@link Window} code
     */
    public record Scope(Tree tree, String node, int window) {
        /** The same node in another window. */
        public Scope of(int other) {
            return new Scope(tree, node, other);
        }
    }

    private final Map<Leaf, HeldLeaf> leaves = new HashMap<>();

    /** Leaves of locked periods: kept, but walked no more when the trees are redrawn. */
    private final Map<Leaf, Sums> locked = new HashMap<>();

    private final Map<LeafSpot, LeafPlace> places = new HashMap<>();

    /** Paths in use, each once, so that they can be told apart by identity. */
    private final Map<List<String>, List<String>> interned = new HashMap<>();

    private final TreeSet<String> owners = new TreeSet<>();
    private final Map<Scope, ScopeTotal> totals = new HashMap<>();
    private final List<ScopeTotal> touched = new ArrayList<>();
    private OrgChart chart;
    private int oldest;
    private long facts;
    private Demand demand = Demand.NONE;

    /** Adds to a leaf and to every node above it. */
    public void add(Leaf leaf, Sums delta) {
        add(leaf, delta, null);
    }

    /**
     * Adds to a leaf and to every node above it.
     *
     * @param bridge what moved the leaf's model mean, or null; it is told by {@link #bridge} until
     *     {@link #forgetBridges}
     */
    public void add(Leaf leaf, Sums delta, Bridge bridge) {
        facts += delta.get(Measure.FACTS);
        if (chart != null && !isPublished(leaf)) {
            locked.computeIfAbsent(leaf, this::first).add(delta, 1);
            return;
        }
        HeldLeaf held = leaves.get(leaf);
        if (held == null) {
            held = new HeldLeaf(leaf, first(leaf));
            leaves.put(leaf, held);
            placeOf(leaf).leaves.add(held);
        }
        held.sums.add(delta, 1);
        if (chart != null) {
            climb(held, delta);
            if (bridge != null) {
                held.move(bridge);
            }
        }
    }

    private LeafPlace placeOf(Leaf leaf) {
        return places.computeIfAbsent(LeafSpot.of(leaf), spot -> new LeafPlace());
    }

    private Sums first(Leaf leaf) {
        owners.add(leaf.owner());
        return new Sums();
    }

    /** Whether a leaf's window is still published: ended and locked periods are history. */
    private boolean isPublished(Leaf leaf) {
        return Window.isRolling(leaf.window()) || leaf.window() >= oldest;
    }

    private void climb(HeldLeaf held, Sums delta) {
        if (held.above == null) {
            held.above = above(held.leaf);
        }
        for (ScopeTotal total : held.above) {
            total.sums.add(delta, 1);
            touch(total);
        }
        follow(held);
    }

    /** Brings what demand adds to a leaf up to date. */
    private void follow(HeldLeaf held) {
        if (held.follow(demand)) {
            Arrays.stream(held.above).forEach(this::touch);
        }
    }

    /** Expects of open deals what the course of their period says; whether that is news. */
    public boolean follow(Demand now) {
        if (now.equals(demand)) {
            return false;
        }
        demand = now;
        leaves.values().stream().filter(held -> held.above != null).forEach(this::follow);
        return true;
    }

    private void touch(ScopeTotal total) {
        if (!total.touched) {
            total.touched = true;
            touched.add(total);
        }
    }

    private ScopeTotal[] above(Leaf leaf) {
        LeafPlace place = placeOf(leaf);
        if (place.paths == null) {
            place.paths = paths(leaf);
        }
        List<ScopeTotal> above = new ArrayList<>();
        for (Tree tree : Tree.values()) {
            for (String node : place.paths.get(tree.ordinal())) {
                above.add(
                        totals.computeIfAbsent(
                                new Scope(tree, node, leaf.window()), ScopeTotal::new));
            }
        }
        return above.toArray(new ScopeTotal[0]);
    }

    private List<List<String>> paths(Leaf leaf) {
        List<List<String>> paths = new ArrayList<>();
        for (Tree tree : Tree.values()) {
            List<String> path = chart.path(tree, leaf);
            paths.add(interned.computeIfAbsent(path, p -> p));
        }
        return paths;
    }

    /**
     * Moves all node totals to another chart.
     *
     * @param oldestWindow first fiscal period whose totals are wanted, never before the one asked
     *     for last; leaves of earlier ones are kept but not added up
     * @param moved users and territories stated anew between the charts: only paths through them
     *     can have changed
     */
    public void follow(OrgChart newChart, int oldestWindow, Set<String> moved) {
        follow(newChart, oldestWindow, new PathSet(newChart, moved));
    }

    /** The same where any path can have changed. */
    public void follow(OrgChart newChart, int oldestWindow) {
        follow(newChart, oldestWindow, (PathSet) null);
    }

    private void follow(OrgChart newChart, int oldestWindow, PathSet same) {
        if (chart == null || oldest != oldestWindow) {
            oldest = oldestWindow;
            lock();
        }
        chart = newChart;
        for (LeafPlace place : places.values()) {
            if (same == null || place.paths == null || !same.keeps(place.paths)) {
                List<List<String>> now = paths(place.leaves.get(0).leaf);
                if (!now.equals(place.paths)) {
                    place.paths = now;
                    place.leaves.forEach(this::hang);
                }
            }
        }
    }

    /** Hangs a leaf where the chart has it now. */
    private void hang(HeldLeaf held) {
        ScopeTotal[] before = held.above;
        held.above = above(held.leaf);
        if (before != null) {
            for (ScopeTotal total : before) {
                total.sums.add(held.sums, -1);
                held.reorganize(total, -1);
                touch(total);
            }
            for (ScopeTotal total : held.above) {
                held.reorganize(total, 1);
            }
        }
        climb(held, held.sums);
    }

    /** Puts the leaves of periods that are no longer published aside. */
    private void lock() {
        Iterator<Map.Entry<Leaf, HeldLeaf>> all = leaves.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Leaf, HeldLeaf> entry = all.next();
            if (!isPublished(entry.getKey())) {
                locked.put(entry.getKey(), entry.getValue().sums);
                all.remove();
            }
        }
        places.values().forEach(place -> place.leaves.removeIf(held -> !isPublished(held.leaf)));
        places.values().removeIf(place -> place.leaves.isEmpty());
        interned.clear();
        places.values().forEach(place -> place.intern(interned));
        totals.values().removeIf(total -> total.isLocked(oldest));
    }

    /** First fiscal period whose totals are wanted. */
    public int oldest() {
        return oldest;
    }

    /** Chart the totals follow, or null before the first. */
    public OrgChart chart() {
        return chart;
    }

    /** ScopeTotal of a scope; empty sums where nothing was contributed. */
    public Sums total(Scope scope) {
        ScopeTotal total = totals.get(scope);
        return total == null ? new Sums() : total.sums;
    }

    /** What moved a scope's model mean since bridges were forgotten; nothing where none did. */
    public Bridge bridge(Scope scope) {
        ScopeTotal total = totals.get(scope);
        return total == null || total.bridge == null ? new Bridge() : total.bridge;
    }

    /**
     * What its period's course has changed of a scope's expectation since bridges were forgotten.
     */
    public long demandMoved(Scope scope) {
        ScopeTotal total = totals.get(scope);
        return total == null ? 0 : total.sums.get(Measure.FROM_DEMAND) - total.demandThen;
    }

    /** Begins new bridges: the present totals are where they start. */
    public void forgetBridges() {
        for (ScopeTotal total : totals.values()) {
            if (total.bridge != null) {
                total.bridge.clear();
            }
            total.demandThen = total.sums.get(Measure.FROM_DEMAND);
        }
    }

    /**
     * Facts ever taken in. It only grows, unlike the facts below one node, which a user who moves
     * takes along.
     */
    public long facts() {
        return facts;
    }

    /** Owners that ever contributed, in order. */
    public Set<String> owners() {
        return owners;
    }

    /** All leaves with their sums, for state. */
    public Map<Leaf, Sums> leaves() {
        Map<Leaf, Sums> all = new HashMap<>(locked);
        leaves.forEach((leaf, held) -> all.put(leaf, held.sums));
        return all;
    }

    /** Scopes changed since the last call. */
    public Set<Scope> takeTouched() {
        Set<Scope> taken = new HashSet<>();
        for (ScopeTotal total : touched) {
            total.touched = false;
            taken.add(total.scope);
        }
        touched.clear();
        return taken;
    }
}
