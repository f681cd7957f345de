package io.pipecast.model.rollup;

/** A leaf, its sums and the totals above it. */
final class HeldLeaf {
    final Leaf leaf;
    final Sums sums;

    /** Null until the leaf hangs in a chart. */
    ScopeTotal[] above;

    /** What demand adds in the totals above. */
    private long demand;

    HeldLeaf(Leaf leaf, Sums sums) {
        this.leaf = leaf;
        this.sums = sums;
    }

    /** Tells the totals above what moved the leaf's mean. */
    void move(Bridge bridge) {
        for (ScopeTotal total : above) {
            total.bridge().add(bridge);
        }
    }

    /** Brings what demand adds up to date; whether it changed. */
    boolean follow(Demand now) {
        long more = now.more(leaf.window(), sums.get(Measure.FROM_OPEN));
        if (more == demand) {
            return false;
        }
        for (ScopeTotal total : above) {
            total.sums.add(Measure.FROM_DEMAND, more - demand);
        }
        demand = more;
        return true;
    }

    /** Tells a total that the leaf came there (sign 1) or went (sign −1) by the organization. */
    void reorganize(ScopeTotal total, int sign) {
        total.reorganize(sums, demand, sign);
    }
}
