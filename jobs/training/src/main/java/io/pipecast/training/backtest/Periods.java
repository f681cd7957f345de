package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.Tree;
import io.pipecast.training.backtest.ScopePeriod.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All nodes in all fiscal periods of a replay. */
public final class Periods {
    private static final String ROOT = "company";

    private final DayClock days;
    private final Map<String, TreeMap<Integer, ScopePeriod>> byNode = new TreeMap<>();
    private List<String> notInSource = List.of();

    /** None yet. */
    public Periods(DayClock days) {
        this.days = days;
    }

    /**
     * Adds a row of a replay.
     *
     * @param asOf epoch milliseconds of a midnight
     * @param values by quantity
     * @param closed in the period, or MISSING
     */
    void add(
            long asOf, Scope scope, String period, int start, int end, long[] values, long closed) {
        int day = days.dayOf(asOf);
        ScopePeriod of =
                byNode.computeIfAbsent(key(scope.tree(), scope.node()), k -> new TreeMap<>())
                        .computeIfAbsent(start, s -> new ScopePeriod(scope, period, start, end));
        if (day < end) {
            of.say(day, values);
        } else if (closed != ScopePeriod.MISSING) {
            of.end(day, closed);
        }
    }

    /** Says what the source does not carry, keys of quantities. */
    void notInSource(List<String> keys) {
        notInSource = List.copyOf(keys);
    }

    /** Keys of the quantities the source does not carry. */
    public List<String> notInSource() {
        return notInSource;
    }

    /** The periods of every node of both trees, each list in the order of time. */
    public List<Collection<ScopePeriod>> nodes() {
        List<Collection<ScopePeriod>> nodes = new ArrayList<>();
        byNode.values().forEach(periods -> nodes.add(periods.values()));
        return nodes;
    }

    /** The company's periods in the order of time. */
    public Collection<ScopePeriod> company() {
        TreeMap<Integer, ScopePeriod> periods = byNode.get(key(Tree.REPORTING, ROOT));
        return periods == null ? Collections.emptyList() : periods.values();
    }

    private static String key(Tree tree, String node) {
        return tree + "|" + node;
    }
}
