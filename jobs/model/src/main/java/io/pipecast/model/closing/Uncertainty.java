package io.pipecast.model.closing;

/**
 * How far landings are off beyond the chances of single deals, learned from how past periods
 * landed. Everything still to come in a period, from open deals and from deals not created yet, is
 * multiplied by one factor of the company with mean 1: demand of the season, and what the model has
 * wrong of all deals alike.
 *
 * @param level what past periods brought ÷ what was expected of them, followed over time and
 *     shrunken to 1: all that is expected is multiplied by it
 * @param spread scale of the factor, 0 for none
 * @param freedom degrees of freedom of its Student law, from how many periods the spread was
 *     learned
 * @param amountVariation mean square of (won amount ÷ expected amount − 1) of a won deal
 * @param newDispersion variance of new business ÷ that of a compound Poisson process, at least 1
 */
public record Uncertainty(
        double level, double spread, int freedom, double amountVariation, double newDispersion) {
    /** Nothing beyond the chances of single deals. */
    public static final Uncertainty NONE = new Uncertainty(1, 0, 1, 0, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the number that is out of its range
     */
    public Uncertainty {
        check("level", level, level > 0 && level <= 10);
        check("spread", spread, spread >= 0 && spread <= 10);
        check("freedom", freedom, freedom >= 1);
        check("amountVariation", amountVariation, amountVariation >= 0 && amountVariation <= 100);
        check("newDispersion", newDispersion, newDispersion >= 1 && newDispersion <= 100);
    }

    private static void check(String name, double value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "a landing's " + name + " must be in its range, was " + value);
        }
    }
}
