package io.pipecast.model.rollup;

import java.util.Arrays;

/**
 * By how much each {@link BridgePart} moved a model mean since the midnight before, in corporate
 * minor units. Adding is exact and independent of order.
 */
public final class Bridge {
    private final long[] moved;

    public Bridge() {
        this(new long[BridgePart.COUNT]);
    }

    private Bridge(long[] moved) {
        this.moved = moved;
    }

    /** What a part moved. */
    public long get(BridgePart part) {
        return at(part.ordinal());
    }

    /** Adds to a part; throws on overflow rather than wrapping. */
    public void add(BridgePart part, long amount) {
        addAt(part.ordinal(), amount);
    }

    /** One of the numbers, by ordinal of its part, for the wire. */
    public long at(int i) {
        return moved[i];
    }

    /** Adds to one of the numbers, by ordinal of its part; throws on overflow. */
    public void addAt(int i, long amount) {
        moved[i] = Math.addExact(moved[i], amount);
    }

    /** Adds another bridge. */
    public void add(Bridge other) {
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.addExact(moved[i], other.moved[i]);
        }
    }

    /** Adds one step of a deal where it counts. */
    public static void add(BridgeStep step, Slots slots) {
        add(step.part(), step.before(), -1, slots);
        add(step.part(), step.after(), 1, slots);
    }

    /** Gives the bridge of a stake's owner, territory and path for a {@link Window} code. */
    public interface Slots {
        /** The bridge to add to; never null. */
        Bridge of(Stake stake, int window);
    }

    private static void add(BridgePart part, Stake stake, int sign, Slots slots) {
        if (stake == null || !stake.priced() || stake.status() == Stake.Status.LOST) {
            return;
        }
        if (stake.status() == Stake.Status.WON) {
            slots.of(stake, stake.booked()).add(part, sign * stake.amount());
            return;
        }
        for (int window = stake.current(); window <= stake.current() + 1; window++) {
            long mean = StakeExpansion.mean(stake, window);
            if (mean != 0) {
                slots.of(stake, window).add(part, sign * mean);
            }
        }
    }

    /** Whether nothing moved, or all that moved was moved back. */
    public boolean isZero() {
        for (long amount : moved) {
            if (amount != 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets what moved. */
    public void clear() {
        Arrays.fill(moved, 0);
    }

    /** An independent copy. */
    public Bridge copy() {
        return new Bridge(moved.clone());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Bridge b && Arrays.equals(moved, b.moved);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(moved);
    }

    @Override
    public String toString() {
        return Arrays.toString(moved);
    }
}
