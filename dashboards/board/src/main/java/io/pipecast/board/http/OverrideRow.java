package io.pipecast.board.http;

import io.pipecast.board.access.Seen;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.forecast.DealForecast;

/**
 * A chance set by hand in an answer.
 *
 * @param period fiscal period it is of
 * @param chance to be won within the period, 0–1
 * @param modelChance what the model said of the same when it was set, or null
 */
record OverrideRow(
        String period,
        double chance,
        Double modelChance,
        String modelVersion,
        String note,
        long at,
        String by) {
    /** What stands for a deal, or null. */
    static OverrideRow of(Seen views, DealForecast deal) {
        DealOverride override = views.overrides().standing(deal);
        return override == null
                ? null
                : new OverrideRow(
                        override.period(),
                        Answers.share(override.chance()),
                        override.modelChance() == DealOverride.NONE
                                ? null
                                : (Double) Answers.share(override.modelChance()),
                        override.modelVersion(),
                        override.note(),
                        override.at(),
                        views.overrides().nameOf(override));
    }
}
