package io.pipecast.streaming.track;

import io.pipecast.model.rollup.Stake;

/**
 * What a deal newly puts into the totals: minus the stake before, plus the stake after.
 *
 * @param before stake contributed last, or null
 * @param after stake from now on, or null
 * @param facts facts taken in since
 * @param asOf instant the new stake speaks of, epoch milliseconds
 * @param settled true for settled totals, false for provisional ones
 */
public record StakeChange(Stake before, Stake after, int facts, long asOf, boolean settled) {}
