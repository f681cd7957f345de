package io.pipecast.model.rollup;

import io.pipecast.model.closing.Uncertainty;

/**
 * What the course of a running period says of the factor that all its deals share.
 *
 * @param window index of the period
 * @param factor its mean now; 1 before anything was seen
 * @param left spread of the factor now ÷ spread before anything was seen, 0 to 1
 */
public record Demand(int window, double factor, double left) {
    /** Nothing was seen. */
    public static final Demand NONE = new Demand(Integer.MIN_VALUE, 1, 1);

    /**
     * How much of how far the factor of a period's first part lies from 1 is left in its rest:
     * demand drifts, and the rest of the spread is new. Chosen on development companies.
     */
    private static final double HOLDS = 0.8;

    private static final double LEAST = 0.4;
    private static final double MOST = 2.5;

    /**
     * By the wins so far, as the best linear guess: of wins that were expected with a variance, and
     * of a factor known to a spread, the factor's share is w = spread² ÷ (spread² + variance ÷
     * expected²), and won ÷ expected − 1 tells w times itself. Of what it tells, a share c holds
     * for the rest; spread² × (1 − c² w) is left unknown of that.
     *
     * @param uncertainty of the model in force
     * @param expected wins so far, minor units
     * @param variance of them if deals are independent, squared minor units
     * @param won what was won
     */
    static Demand of(
            int window, Uncertainty uncertainty, double expected, double variance, double won) {
        double known = uncertainty.spread() * uncertainty.spread();
        if (!(expected > 0) || !(known > 0)) {
            return new Demand(window, 1, 1);
        }
        double weight = known / (known + variance / (expected * expected));
        double factor = 1 + HOLDS * weight * (won / expected - 1);
        double left = 1 - weight * HOLDS * HOLDS;
        return new Demand(window, Math.max(LEAST, Math.min(MOST, factor)), Math.sqrt(left));
    }

    /** What an amount expected in a window grows or shrinks by, to the minor unit. */
    long more(int ofWindow, long expected) {
        return ofWindow == window ? Math.round((factor - 1) * expected) : 0;
    }

    /** The uncertainty of landings in a window. */
    Uncertainty of(int ofWindow, Uncertainty before) {
        return ofWindow == window && left != 1
                ? new Uncertainty(
                        before.level(),
                        before.spread() * left,
                        before.freedom(),
                        before.amountVariation(),
                        before.newDispersion())
                : before;
    }
}
