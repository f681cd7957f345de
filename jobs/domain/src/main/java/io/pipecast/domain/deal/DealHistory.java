package io.pipecast.domain.deal;

import java.util.Arrays;

/**
 * The ordered set of everything known of one deal. Adding is idempotent and independent of order;
 * {@link #viewAt} is a pure function of the facts with time ≤ t. A cursor remembers the last view
 * so that walking forward in time costs only the new facts; a fact older than the cursor rewinds
 * it.
 */
public final class DealHistory {
    private static final Fact[] NONE = new Fact[0];

    private Fact[] facts;
    private int size;
    private DealView cursor = new DealView();
    private int applied;

    public DealHistory() {
        this(NONE, 0);
    }

    /**
     * A history over already ordered, distinct facts (as {@link #fact} returns them); the array is
     * taken, not copied.
     */
    public DealHistory(Fact[] ordered, int size) {
        this.facts = ordered;
        this.size = size;
    }

    /**
     * Adds a fact; false when it was known already. Cost: O(1) at the end, O(n) for an older one.
     */
    public boolean add(Fact fact) {
        int at = size;
        if (size > 0 && facts[size - 1].compareTo(fact) >= 0) {
            at = Arrays.binarySearch(facts, 0, size, fact);
            if (at >= 0) {
                return false;
            }
            at = -at - 1;
        }
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, Math.max(8, size + (size >> 1)));
        }
        System.arraycopy(facts, at, facts, at + 1, size - at);
        facts[at] = fact;
        size++;
        if (at < applied) {
            rewind();
        }
        return true;
    }

    /** Number of distinct facts. */
    public int size() {
        return size;
    }

    /** The i-th fact in canonical order. */
    public Fact fact(int i) {
        return facts[i];
    }

    /** Number of facts with time ≤ t. */
    public int countUntil(long t) {
        int n = size;
        while (n > 0 && facts[n - 1].time > t) {
            n--;
        }
        return n;
    }

    /** Time of the first fact after t, or Long.MAX_VALUE. */
    public long nextAfter(long t) {
        int n = countUntil(t);
        return n < size ? facts[n].time : Long.MAX_VALUE;
    }

    /** The deal as of t: valid until the next call on this history. */
    public DealView viewAt(long t, StageTable stages) {
        if (applied > 0 && facts[applied - 1].time > t) {
            rewind();
        }
        while (applied < size && facts[applied].time <= t) {
            cursor.apply(facts[applied++], stages);
        }
        return cursor;
    }

    private void rewind() {
        cursor = new DealView();
        applied = 0;
    }

    /** An independent copy; facts are immutable and shared. */
    public DealHistory copy() {
        return new DealHistory(Arrays.copyOf(facts, Math.max(size, 1)), size);
    }
}
