package io.pipecast.model.rollup;

/** Total of a scope, what moved its mean, and whether it changed since it was last asked. */
final class ScopeTotal {
    final ScopeBook.Scope scope;
    final Sums sums = new Sums();
    Bridge bridge;
    boolean touched;

    /** What demand added when bridges began. */
    long demandThen;

    ScopeTotal(ScopeBook.Scope scope) {
        this.scope = scope;
    }

    Bridge bridge() {
        bridge = bridge == null ? new Bridge() : bridge;
        return bridge;
    }

    /**
     * Puts a leaf that comes (sign 1) or goes (sign −1) down to the organization, with what demand
     * adds to it.
     */
    void reorganize(Sums leaf, long demand, int sign) {
        long mean = leaf.get(Measure.CLOSED) + leaf.get(Measure.FROM_OPEN) + demand;
        bridge().add(BridgePart.ORGANIZATION, sign * mean);
        sums.add(Measure.FROM_DEMAND, sign * demand);
        demandThen += sign * demand;
    }

    boolean isLocked(int oldestWindow) {
        return !Window.isRolling(scope.window()) && scope.window() < oldestWindow;
    }
}
