package io.pipecast.board;

import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.Explanation;
import java.util.List;

/** Rows that differ from others in little. */
final class SampleRows {
    private SampleRows() {}

    /**
     * The deal with further changes, one version on; its amount follows the last change when that
     * is one.
     */
    static DealForecast changed(DealForecast d, long asOf, List<Change> changes) {
        Change last = changes.get(changes.size() - 1);
        long amount = last.field().equals("AMOUNT") ? Long.parseLong(last.value()) : d.amount();
        return like(d, d.version() + 1, asOf, amount, changes, d.why());
    }

    /** The deal with reasons for its chance. */
    static DealForecast explained(DealForecast d, Explanation why) {
        return like(d, d.version(), d.asOf(), d.amount(), d.changes(), why);
    }

    private static DealForecast like(
            DealForecast d,
            long version,
            long asOf,
            long amount,
            List<Change> changes,
            Explanation why) {
        return new DealForecast(
                d.opportunityId(),
                version,
                asOf,
                false,
                d.name(),
                d.account(),
                d.stage(),
                d.outcome(),
                d.closeReason(),
                d.owner(),
                d.territory(),
                amount,
                d.currency(),
                amount,
                d.closeDate(),
                d.category(),
                d.dealType(),
                d.nextStep(),
                d.createdAt(),
                d.closedAt(),
                d.ageDays(),
                d.daysInStage(),
                d.pushes(),
                d.backwardMoves(),
                d.reopenings(),
                d.buyerActivities(),
                d.lastBuyerAt(),
                d.meetingAt(),
                d.probabilities(),
                d.stageProbability(),
                d.modelVersion(),
                d.removed(),
                changes,
                why);
    }
}
