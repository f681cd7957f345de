package io.pipecast.streaming.operators;

import io.pipecast.model.rollup.Bridge;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Sums;

/**
 * A change of a leaf's totals, combined over many deals.
 *
 * @param leaf the leaf
 * @param asOf instant the totals speak of, epoch milliseconds; settled deltas of one instant belong
 *     together
 * @param settled true for settled totals, false for provisional ones
 * @param sums what to add
 * @param bridge what moved the leaf's model mean, or null where nothing is said of it
 */
public record LeafDelta(Leaf leaf, long asOf, boolean settled, Sums sums, Bridge bridge) {
    /** A change of which only the totals are told. */
    public LeafDelta(Leaf leaf, long asOf, boolean settled, Sums sums) {
        this(leaf, asOf, settled, sums, null);
    }
}
