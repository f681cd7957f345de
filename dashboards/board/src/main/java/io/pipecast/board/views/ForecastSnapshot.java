package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every node's forecasts as of one complete cut; immutable. */
public final class ForecastSnapshot {
    private static final Comparator<Node> ORDER =
            Comparator.comparing(Node::tree)
                    .thenComparingInt(Node::level)
                    .thenComparing(Node::name);

    static final ForecastSnapshot EMPTY = new ForecastSnapshot("", 0, 0, Map.of());

    private final long cut;
    private final long asOf;
    private final Map<String, PipelineForecast> rows;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Node>> children = new HashMap<>();
    private final String company;
    private final Map<String, String> further;

    ForecastSnapshot(String company, long cut, long asOf, Map<String, PipelineForecast> rows) {
        this(company, cut, asOf, rows, Map.of());
    }

    private ForecastSnapshot(
            String company,
            long cut,
            long asOf,
            Map<String, PipelineForecast> rows,
            Map<String, String> further) {
        this.company = company;
        this.cut = cut;
        this.asOf = asOf;
        this.rows = rows;
        this.further = further;
        Map<String, List<PipelineForecast>> byNode = new LinkedHashMap<>();
        for (PipelineForecast row : rows.values()) {
            byNode.computeIfAbsent(key(row.tree(), row.node()), k -> new ArrayList<>()).add(row);
        }
        byNode.values().stream().map(of -> Node.of(of, company)).sorted(ORDER).forEach(this::index);
    }

    /**
     * The same cut as somebody may see it.
     *
     * @param lens what is seen of a row, or null for nothing
     * @param names names of people and territories that have no rows in it, by {@link #nameKey}
     */
    public ForecastSnapshot through(
            UnaryOperator<PipelineForecast> lens, Map<String, String> names) {
        Map<String, PipelineForecast> seen = new HashMap<>();
        for (PipelineForecast row : rows.values()) {
            PipelineForecast shown = lens.apply(row);
            if (shown != null) {
                seen.put(shown.key(), shown);
            }
        }
        return new ForecastSnapshot(company, cut, asOf, seen, Map.copyOf(names));
    }

    /** Key of a name given to {@link #through}. */
    public static String nameKey(Tree tree, String id) {
        return key(tree, id);
    }

    private void index(Node node) {
        nodes.put(key(node.tree(), node.id()), node);
        if (node.parent() != null) {
            children.computeIfAbsent(key(node.tree(), node.parent()), k -> new ArrayList<>())
                    .add(node);
        }
    }

    private static String key(Tree tree, String node) {
        return tree + "|" + node;
    }

    /** Whether any row was forecast by a version of the model. */
    public boolean isBy(String modelVersion) {
        return rows.values().stream().anyMatch(row -> row.modelVersion().equals(modelVersion));
    }

    /** Number of the newest complete cut, 0 before any. */
    public long cut() {
        return cut;
    }

    /** Instant the numbers speak of, epoch milliseconds, 0 before any. */
    public long asOf() {
        return asOf;
    }

    /** Whether no cut is complete yet. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    Map<String, PipelineForecast> rows() {
        return rows;
    }

    /** Every node of both trees, by tree, level and name. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** A node, or null. */
    public Node node(Tree tree, String id) {
        return nodes.get(key(tree, id));
    }

    /** The company, or null before any cut. */
    public Node company() {
        return node(Tree.REPORTING, Organization.COMPANY);
    }

    /** Children of a node by name. */
    public List<Node> children(Node node) {
        return children.getOrDefault(key(node.tree(), node.id()), List.of());
    }

    /** The nodes from the root down to a node, itself last. */
    public List<Node> path(Node node) {
        List<Node> path = new ArrayList<>();
        for (Node at = node; at != null && !path.contains(at); ) {
            path.add(0, at);
            at = at.parent() == null ? null : node(at.tree(), at.parent());
        }
        return path;
    }

    /** Ids of a node and of everything below it. */
    public Set<String> subtree(Node node) {
        Set<String> found = new HashSet<>();
        List<Node> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            Node next = open.remove(open.size() - 1);
            if (found.add(next.id())) {
                open.addAll(children(next));
            }
        }
        return found;
    }

    /** Display name of a territory, or the id itself where no node has it. */
    public String territoryName(String id) {
        return name(Tree.TERRITORY, id);
    }

    /** Display name of a user, or the id itself where no node has it. */
    public String userName(String id) {
        return name(Tree.REPORTING, id);
    }

    private String name(Tree tree, String id) {
        Node node = id == null ? null : node(tree, id);
        return node == null ? further.getOrDefault(key(tree, id), id) : node.name();
    }
}
