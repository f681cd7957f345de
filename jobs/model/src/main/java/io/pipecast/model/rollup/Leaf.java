package io.pipecast.model.rollup;

/**
 * The finest scope totals are kept for.
 *
 * @param owner user id
 * @param territory territory the deals or their accounts name, or null to follow the owner
 * @param window {@link Window} code
 * @param pathDay epoch day whose organization the amounts stay with, or {@link Stake#NOW}
 */
public record Leaf(String owner, String territory, int window, int pathDay) {}
