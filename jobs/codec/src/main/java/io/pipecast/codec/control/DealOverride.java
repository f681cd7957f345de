package io.pipecast.codec.control;

/**
 * A person's own chance of a deal to be won within a period, set by hand or taken back. Chances are
 * in millionths, instants epoch milliseconds.
 *
 * @param overrideId identity of the statement
 * @param opportunityId the deal
 * @param period id of the fiscal period current at {@code at}
 * @param periodEnd its end, exclusive
 * @param chance the chance, or {@link #NONE} where what was set is taken back
 * @param modelChance what the model in force said of the same at {@code at}, or {@link #NONE}
 * @param modelVersion that model's version, or null
 * @param note why, or null
 * @param at when
 * @param actor who
 */
public record DealOverride(
        String overrideId,
        String opportunityId,
        String period,
        long periodEnd,
        long chance,
        long modelChance,
        String modelVersion,
        String note,
        long at,
        String actor) {
    /** No chance. */
    public static final long NONE = Long.MIN_VALUE;

    /** Certainty, in millionths. */
    public static final long CERTAIN = 1_000_000;

    /** Whether what was set is taken back. */
    public boolean takesBack() {
        return chance == NONE;
    }
}
