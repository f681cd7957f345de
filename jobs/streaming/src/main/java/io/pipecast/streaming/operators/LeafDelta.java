package io.pipecast.streaming.operators;

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
 */
public record LeafDelta(Leaf leaf, long asOf, boolean settled, Sums sums) {}
