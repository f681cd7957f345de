package io.pipecast.streaming.operators;

import io.pipecast.domain.organization.OrganizationFact;
import java.util.TreeSet;

/**
 * When the trees changed. Quotas, rates and accounts come all the time and change no tree, so they
 * redraw none: what a deal's account means for its territory, the tracker has settled before.
 */
final class TreeChanges {
    private final TreeSet<Long> instants = new TreeSet<>();
    private int version;

    void changed(OrganizationFact fact) {
        boolean tree =
                fact.kind() == OrganizationFact.Kind.USER
                        || fact.kind() == OrganizationFact.Kind.TERRITORY;
        if (tree) {
            instants.add(fact.effectiveFrom());
            version++;
        }
    }

    /** Grows with every statement about a tree. */
    int version() {
        return version;
    }

    /** Whether a dated change came into force after one instant and up to another. */
    boolean changeBetween(long after, long upTo) {
        Long next = instants.higher(after);
        return next != null && next <= upTo;
    }
}
