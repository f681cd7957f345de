package io.pipecast.streaming.operators;

import io.pipecast.domain.organization.OrganizationFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When the trees changed, and what of them. Quotas, rates and accounts come all the time and change
 * no tree, so they redraw none: what a deal's account means for its territory, the tracker has
 * settled before.
 */
final class TreeChanges {
    private final TreeMap<Long, Set<Id>> dated = new TreeMap<>();
    private final List<OrganizationFact> statements = new ArrayList<>();
    private final Map<Id, Known> known = new HashMap<>();

    /** A user or territory. */
    private record Id(OrganizationFact.Kind kind, String id) {
        static Id of(OrganizationFact fact) {
            return new Id(fact.kind(), fact.id());
        }
    }

    /** By number, the first statement of a user or territory; and whether any says it is gone. */
    private static final class Known {
        final int first;
        boolean gone;

        Known(int first) {
            this.first = first;
        }
    }

    /**
     * What changed between two instants.
     *
     * @param ids users and territories of which something else holds
     * @param anywhere whether paths that did not lead through them can have changed too: one of
     *     them was not known, or gone, at one of the instants
     */
    record Change(Set<String> ids, boolean anywhere) {
        boolean isNone() {
            return ids.isEmpty();
        }
    }

    void changed(OrganizationFact fact) {
        boolean tree =
                fact.kind() == OrganizationFact.Kind.USER
                        || fact.kind() == OrganizationFact.Kind.TERRITORY;
        if (tree) {
            Id id = Id.of(fact);
            dated.computeIfAbsent(fact.effectiveFrom(), at -> new HashSet<>()).add(id);
            Known of = known.computeIfAbsent(id, i -> new Known(statements.size()));
            of.gone |= !fact.active();
            statements.add(fact);
        }
    }

    /** Number of statements about trees. */
    int statements() {
        return statements.size();
    }

    /**
     * What holds at an instant against what held at an earlier one by what was known then. What is
     * dated later changes nothing yet, however early it was read.
     *
     * @param after the earlier instant
     * @param before number of statements known then
     */
    Change between(long after, int before, long upTo) {
        Map<Id, Long> moved = new HashMap<>();
        if (after < upTo) {
            dated.subMap(after, false, upTo, true)
                    .forEach((at, ids) -> ids.forEach(id -> moved.merge(id, at, Math::min)));
        }
        for (OrganizationFact fact : statements.subList(before, statements.size())) {
            if (fact.effectiveFrom() <= upTo) {
                moved.merge(Id.of(fact), fact.effectiveFrom(), Math::min);
            }
        }
        Set<String> ids = new HashSet<>();
        boolean anywhere = false;
        for (Map.Entry<Id, Long> change : moved.entrySet()) {
            ids.add(change.getKey().id());
            anywhere |= !stays(change.getKey(), Math.min(after, change.getValue()), before);
        }
        return new Change(ids, anywhere);
    }

    /** Whether it was known to be there at an instant, and was never said to be gone. */
    private boolean stays(Id id, long at, int before) {
        Known of = known.get(id);
        return of.first < before && !of.gone && statements.get(of.first).effectiveFrom() <= at;
    }
}
