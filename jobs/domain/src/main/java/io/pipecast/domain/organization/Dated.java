package io.pipecast.domain.organization;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The statements about one thing in the order in which they hold: mostly one, rarely a few, asked
 * per deal and day.
 */
final class Dated {
    private static final Comparator<OrganizationFact> ORDER =
            Comparator.comparingLong(OrganizationFact::effectiveFrom)
                    .thenComparingLong(OrganizationFact::recordedAt)
                    .thenComparingLong(OrganizationFact::orderKey)
                    .thenComparing(Object::toString);

    private OrganizationFact[] facts = new OrganizationFact[1];
    private int size;

    /** Takes a statement in; false when it was known already. */
    boolean add(OrganizationFact fact) {
        int at = Arrays.binarySearch(facts, 0, size, fact, ORDER);
        if (at >= 0) {
            return false;
        }
        at = -at - 1;
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, size * 2);
        }
        System.arraycopy(facts, at, facts, at + 1, size - at);
        facts[at] = fact;
        size++;
        return true;
    }

    /** The newest statement effective by an instant, or null. */
    OrganizationFact at(long instant) {
        for (int i = size - 1; i >= 0; i--) {
            if (facts[i].effectiveFrom() <= instant) {
                return facts[i];
            }
        }
        return null;
    }
}
