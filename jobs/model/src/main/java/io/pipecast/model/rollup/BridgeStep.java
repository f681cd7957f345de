package io.pipecast.model.rollup;

/**
 * One step on the way from a deal's former stake to its present one, and what it is put down to.
 * The steps of a change lead without a gap from the one to the other, so what they move sums to
 * what the change moves, to the cent.
 *
 * @param part what the step is put down to
 * @param before stake before it, or null
 * @param after stake after it, or null
 */
public record BridgeStep(BridgePart part, Stake before, Stake after) {}
