package io.pipecast.board.http;

import io.pipecast.board.access.Seen;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;

/**
 * What chances set by hand would make of a forecast: it stands beside the model's, which does not
 * follow them.
 *
 * @param deals open deals below the node whose chance was set by hand
 * @param shift what they would add to the expected landing, minor units of the corporate currency:
 *     the sum of (chance by hand − chance by the model now) × amount
 */
record ByHand(int deals, long shift) {
    /** For a node's row; null where it is of another period or nothing is set. */
    static ByHand of(Seen views, Scope scope, PipelineForecast row) {
        PipelineForecast current = views.overrides().period();
        if (current == null || !row.period().equals(current.period())) {
            return null;
        }
        int deals = 0;
        double shift = 0;
        for (DealForecast deal : views.overrides().deals()) {
            if (scope.holds(deal.owner(), deal.territory())) {
                deals++;
                shift += shift(deal, views.overrides().standing(deal));
            }
        }
        return deals == 0 ? null : new ByHand(deals, Math.round(shift));
    }

    private static double shift(DealForecast deal, DealOverride override) {
        long amount = deal.corporateAmount();
        long more = override.chance() - deal.probability(Horizon.CURRENT_PERIOD);
        return amount == Quantity.MISSING ? 0 : amount * Answers.share(more);
    }
}
