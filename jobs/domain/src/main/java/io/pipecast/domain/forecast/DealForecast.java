package io.pipecast.domain.forecast;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * One deal as of an instant: what the source says, and the chance to be won by each horizon.
 *
 * @param opportunityId CRM id
 * @param version distinct facts, ticks and model changes taken in; only grows
 * @param asOf instant the row speaks of, epoch milliseconds
 * @param settled true when it is a row of settled history, false for a provisional one
 * @param name or null
 * @param account or null
 * @param stage current stage
 * @param outcome OPEN, WON or LOST
 * @param closeReason or null
 * @param owner user id or null
 * @param territory territory the deal counts in: its own, its account's, its owner's default, or
 *     unassigned
 * @param amount minor units of {@code currency}, or {@link Quantity#MISSING}
 * @param currency ISO code or null
 * @param corporateAmount minor units of the corporate currency, or {@link Quantity#MISSING} when
 *     unpriced or unconverted
 * @param closeDate epoch day, or {@link Quantity#MISSING}
 * @param category forecast category in force
 * @param dealType or null
 * @param nextStep or null
 * @param createdAt epoch milliseconds, or {@link Quantity#MISSING}
 * @param closedAt epoch milliseconds, or {@link Quantity#MISSING}
 * @param ageDays calendar days since creation, or NaN
 * @param daysInStage business days in the current visit to the stage, or NaN when the entry is
 *     unknown
 * @param pushes times the close date moved later
 * @param backwardMoves moves to an earlier stage
 * @param reopenings times it was reopened
 * @param buyerActivities completed buyer-facing activities
 * @param lastBuyerAt epoch milliseconds, or {@link Quantity#MISSING}
 * @param meetingAt booked meeting ahead, epoch milliseconds, or {@link Quantity#MISSING}
 * @param probabilities millionths, by {@link Horizon} ordinal; none in a row shown to somebody who
 *     may not see them
 * @param stageProbability configured probability of the stage, millionths
 * @param modelVersion version of the model used, or {@code stage-probabilities}
 * @param removed true for a deleted or merged deal: a reader drops it
 * @param changes the latest changes, oldest first, at most 24
 * @param why what the chance is made of, or null where the model does not say
 */
public record DealForecast(
        String opportunityId,
        long version,
        long asOf,
        boolean settled,
        String name,
        String account,
        String stage,
        Outcome outcome,
        String closeReason,
        String owner,
        String territory,
        long amount,
        String currency,
        long corporateAmount,
        long closeDate,
        ForecastCategory category,
        DealType dealType,
        String nextStep,
        long createdAt,
        long closedAt,
        double ageDays,
        double daysInStage,
        int pushes,
        int backwardMoves,
        int reopenings,
        int buyerActivities,
        long lastBuyerAt,
        long meetingAt,
        int[] probabilities,
        int stageProbability,
        String modelVersion,
        boolean removed,
        List<Change> changes,
        Explanation why) {
    /**
     * One line of a deal's history.
     *
     * @param at epoch milliseconds
     * @param field what changed, a {@link io.pipecast.domain.deal.DealField} name
     * @param value new value as text; dates ISO, amounts minor units
     */
    public record Change(long at, String field, String value) {}

    /** Chance in millionths by a horizon. */
    public int probability(Horizon horizon) {
        return probabilities[horizon.ordinal()];
    }

    /** Whether it says chances. */
    public boolean tellsChances() {
        return probabilities.length > 0;
    }

    /**
     * The same as somebody may see it.
     *
     * @param as what its owner is called
     * @param history its changes in the same way
     * @param chances whether it says chances, and why
     */
    public DealForecast shown(String as, List<Change> history, boolean chances) {
        return new DealForecast(
                opportunityId,
                version,
                asOf,
                settled,
                name,
                account,
                stage,
                outcome,
                closeReason,
                as,
                territory,
                amount,
                currency,
                corporateAmount,
                closeDate,
                category,
                dealType,
                nextStep,
                createdAt,
                closedAt,
                ageDays,
                daysInStage,
                pushes,
                backwardMoves,
                reopenings,
                buyerActivities,
                lastBuyerAt,
                meetingAt,
                chances ? probabilities : new int[0],
                stageProbability,
                modelVersion,
                removed,
                history,
                chances ? shownWhy(as) : null);
    }

    /** Who is not called by name is not told by record. */
    private Explanation shownWhy(String as) {
        return why == null || Objects.equals(as, owner) ? why : why.impersonal();
    }
}
