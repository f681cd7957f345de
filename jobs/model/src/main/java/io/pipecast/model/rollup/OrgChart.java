package io.pipecast.model.rollup;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Both trees as they stand at an instant, and the way from a leaf up each of them. Amounts that
 * stay with an earlier organization go to nodes named {@code node@formerParent}, so that children
 * always sum to their parent.
 */
public final class OrgChart {
    /**
     * A node of a tree.
     *
     * @param id node id
     * @param name display name
     * @param parent parent node id, null at the root
     * @param level distance from the root
     */
    public record Node(String id, String name, String parent, int level) {}

    private static final String FORMER = "@";

    private final Organization organization;
    private final DayClock days;
    private final long instant;
    private final Map<Tree, TreeMap<String, Node>> nodes = new EnumMap<>(Tree.class);
    private final Map<String, List<String>> children = new HashMap<>();

    /** Parents as the chart has them, by tree and node, as far as they were asked for. */
    private final Map<Tree, Map<String, String>> parents = new EnumMap<>(Tree.class);

    public OrgChart(Organization organization, DayClock days, long instant) {
        this.organization = organization;
        this.days = days;
        this.instant = instant;
        for (Tree tree : Tree.values()) {
            nodes.put(tree, new TreeMap<>());
            parents.put(tree, new HashMap<>());
            node(tree, List.of(Organization.COMPANY), 0);
            for (OrganizationFact fact : organization.all(kind(tree), instant)) {
                if (fact.active()) {
                    register(tree, path(tree, fact.id(), instant));
                }
            }
        }
    }

    /** All nodes of a tree by id; nodes appear as leaves are seen. */
    public Map<String, Node> nodes(Tree tree) {
        return nodes.get(tree);
    }

    /** Ids of the nodes directly below a node. */
    public List<String> children(Tree tree, String node) {
        return children.getOrDefault(tree + "|" + node, List.of());
    }

    /** The organization the chart was drawn from. */
    public Organization organization() {
        return organization;
    }

    /** Instant the chart stands for. */
    public long instant() {
        return instant;
    }

    /** Node ids from the finest node up to the company for a leaf. */
    public List<String> path(Tree tree, Leaf leaf) {
        long at =
                leaf.pathDay() == Stake.NOW
                        ? instant
                        : Math.min(instant, days.startOf(leaf.pathDay() + 1) - 1);
        String id =
                tree == Tree.REPORTING
                        ? leaf.owner()
                        : organization.territoryOf(leaf.territory(), null, leaf.owner(), at);
        List<String> then = path(tree, id, at);
        return register(tree, then);
    }

    private List<String> path(Tree tree, String id, long at) {
        return tree == Tree.REPORTING
                ? organization.reportingPath(id, at)
                : organization.territoryPath(id, at);
    }

    /**
     * Makes the nodes of a path known; where a node now hangs elsewhere, the path goes through its
     * former self.
     */
    private List<String> register(Tree tree, List<String> path) {
        List<String> ids = new ArrayList<>(path);
        for (int i = ids.size() - 2; i >= 0; i--) {
            String id = ids.get(i);
            String parent = ids.get(i + 1);
            if (!parent.equals(parentNow(tree, id))) {
                ids.set(i, id + FORMER + parent);
            }
        }
        know(tree, ids);
        return ids;
    }

    /** Makes the nodes of a path known that hangs in this chart as it stands. */
    void know(Tree tree, List<String> ids) {
        for (int i = ids.size() - 1; i >= 0; i--) {
            node(tree, ids, i);
        }
    }

    /** The user or territory behind a node. */
    static String base(String node) {
        int former = node.indexOf(FORMER);
        return former < 0 ? node : node.substring(0, former);
    }

    private String parentNow(Tree tree, String id) {
        if (id.equals(Organization.UNASSIGNED)) {
            return Organization.COMPANY;
        }
        return parents.get(tree)
                .computeIfAbsent(id, node -> parent(path(tree, node, instant), node));
    }

    private static String parent(List<String> path, String id) {
        return path.get(0).equals(id) ? path.get(1) : Organization.COMPANY;
    }

    private void node(Tree tree, List<String> ids, int i) {
        String id = ids.get(i);
        if (!nodes.get(tree).containsKey(id)) {
            String parent = i + 1 < ids.size() ? ids.get(i + 1) : null;
            nodes.get(tree).put(id, new Node(id, name(tree, id), parent, ids.size() - 1 - i));
            children.computeIfAbsent(tree + "|" + parent, k -> new ArrayList<>()).add(id);
        }
    }

    private String name(Tree tree, String id) {
        if (id.equals(Organization.COMPANY) || id.equals(Organization.UNASSIGNED)) {
            return id.equals(Organization.COMPANY) ? "Company" : "Unassigned";
        }
        String base = base(id);
        OrganizationFact fact = organization.at(kind(tree), base, instant);
        String name = fact == null || fact.name() == null ? base : fact.name();
        return base.equals(id) ? name : name + " (before moving)";
    }

    private static OrganizationFact.Kind kind(Tree tree) {
        return tree == Tree.REPORTING
                ? OrganizationFact.Kind.USER
                : OrganizationFact.Kind.TERRITORY;
    }
}
