package io.pipecast.domain.deal;

import java.util.Arrays;

/**
 * The ordered set of everything known of one deal. Adding is idempotent and independent of order;
 * {@link #viewAt} is a pure function of the facts with time ≤ t. Two cursors remember the last
 * views, because a job walks forward along two clocks: walking costs only the new facts, and a fact
 * older than a cursor rewinds it.
 */
public final class DealHistory {
    private static final Fact[] NONE = new Fact[0];

    private Fact[] facts;
    private int size;
    private Cursor near = new Cursor();
    private Cursor far = new Cursor();

    /**
     * A view, how many facts are folded into it, and the instants it holds for: from the last of
     * these facts up to the next, exclusive.
     */
    private static final class Cursor {
        private DealView view;
        private int applied;
        private long from;
        private long until;

        boolean covers(long t) {
            return view != null && t >= from && t < until;
        }
    }

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
        rewind(near, at, fact.time);
        rewind(far, at, fact.time);
        return true;
    }

    private static void rewind(Cursor cursor, int at, long time) {
        if (at < cursor.applied) {
            cursor.view = null;
            cursor.applied = 0;
        } else {
            cursor.until = Math.min(cursor.until, time);
        }
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
        Cursor cursor = covering(t);
        if (cursor != null) {
            return cursor.applied;
        }
        int n = size;
        while (n > 0 && facts[n - 1].time > t) {
            n--;
        }
        return n;
    }

    /** Time of the first fact after t, or Long.MAX_VALUE. */
    public long nextAfter(long t) {
        Cursor cursor = covering(t);
        return cursor != null ? cursor.until : timeOf(countUntil(t));
    }

    private long timeOf(int i) {
        return i < size ? facts[i].time : Long.MAX_VALUE;
    }

    private Cursor covering(long t) {
        if (far.covers(t)) {
            return far;
        }
        return near.covers(t) ? near : null;
    }

    /** The deal as of t: valid until this history is asked for another instant. */
    public DealView viewAt(long t, StageTable stages) {
        Cursor known = covering(t);
        return known != null ? known.view : walk(t, stages);
    }

    /**
     * The deal as of t in a view of its own, for an instant that no clock goes by. Cost: all facts.
     */
    public DealView freshViewAt(long t, StageTable stages) {
        DealView view = new DealView();
        for (int i = 0; i < size && facts[i].time <= t; i++) {
            view.apply(facts[i], stages);
        }
        return view;
    }

    /**
     * What the deal would be had only some of its later facts been stated: all facts with time ≤
     * {@code from}, and of those after it up to {@code to} the ones of a field.
     */
    public DealView viewWith(long from, long to, DealField field, StageTable stages) {
        DealView view = new DealView();
        for (int i = 0; i < size && facts[i].time <= to; i++) {
            if (facts[i].time <= from || facts[i].field == field) {
                view.apply(facts[i], stages);
            }
        }
        return view;
    }

    private DealView walk(long t, StageTable stages) {
        Cursor cursor = reaches(far, t) ? far : near;
        if (!reaches(cursor, t) || cursor.view == null) {
            cursor.view = new DealView();
            cursor.applied = 0;
        }
        while (cursor.applied < size && facts[cursor.applied].time <= t) {
            cursor.view.apply(facts[cursor.applied++], stages);
        }
        cursor.from = cursor.applied == 0 ? Long.MIN_VALUE : facts[cursor.applied - 1].time;
        cursor.until = timeOf(cursor.applied);
        if (near.applied > far.applied) {
            Cursor ahead = near;
            near = far;
            far = ahead;
        }
        return cursor.view;
    }

    /** Whether a cursor can walk forward to t. */
    private boolean reaches(Cursor cursor, long t) {
        return cursor.applied == 0 || facts[cursor.applied - 1].time <= t;
    }

    /** An independent copy; facts are immutable and shared. */
    public DealHistory copy() {
        return new DealHistory(Arrays.copyOf(facts, Math.max(size, 1)), size);
    }
}
