package io.pipecast.streaming.operators;

import io.pipecast.domain.organization.OrganizationFact;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * When the trees changed. Quotas, rates and accounts come all the time and change no tree, so they
 * redraw none: what a deal's account means for its territory, the tracker has settled before.
 */
final class TreeChanges {
    private final TreeSet<Long> instants = new TreeSet<>();
    private final List<Long> statements = new ArrayList<>();

    void changed(OrganizationFact fact) {
        boolean tree =
                fact.kind() == OrganizationFact.Kind.USER
                        || fact.kind() == OrganizationFact.Kind.TERRITORY;
        if (tree) {
            instants.add(fact.effectiveFrom());
            statements.add(fact.effectiveFrom());
        }
    }

    /** Number of statements about trees. */
    int statements() {
        return statements.size();
    }

    /**
     * Whether any statement after the first so many is in force at an instant. One that is dated
     * later changes nothing yet, however early it was read.
     */
    boolean statedSince(int before, long at) {
        for (int i = before; i < statements.size(); i++) {
            if (statements.get(i) <= at) {
                return true;
            }
        }
        return false;
    }

    /** Whether a dated change came into force after one instant and up to another. */
    boolean changeBetween(long after, long upTo) {
        Long next = instants.higher(after);
        return next != null && next <= upTo;
    }
}
