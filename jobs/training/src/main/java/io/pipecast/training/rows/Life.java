package io.pipecast.training.rows;

/**
 * An open life of a deal, from creation (or reopening) to its end. Instants are epoch milliseconds.
 *
 * @param opportunityId CRM id of the deal
 * @param createdAt creation of the deal, or {@link io.pipecast.domain.deal.DealView#UNKNOWN}
 * @param endedAt Long.MAX_VALUE while open
 * @param visitedStages bit per stage the deal was ever in, by stage index
 * @param owner user id at the end, or null
 * @param amount at the end in corporate minor units, or {@link
 *     io.pipecast.domain.deal.DealView#UNKNOWN} for none or no rate
 * @param amountBefore the same before the facts of the end's instant
 */
public record Life(
        String opportunityId,
        long createdAt,
        long endedAt,
        End end,
        long visitedStages,
        String owner,
        long amount,
        long amountBefore) {
    /** Whether the deal was won, as far as was known at an instant. */
    public boolean wonBy(long until) {
        return end == End.WON && endedAt <= until;
    }
}
