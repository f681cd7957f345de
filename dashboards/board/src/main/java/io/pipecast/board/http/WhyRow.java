package io.pipecast.board.http;

import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Explanation.Shift;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.ReasonText;
import io.pipecast.domain.forecast.ReasonText.Against;
import java.util.List;

/**
 * What a deal's chance to be won in the end is made of. Weights are log-odds and add: {@code norm}
 * and the weights of all reasons and {@code rest} sum to the log-odds of {@code chance}.
 *
 * @param chance to be won in the end, 0 to 1
 * @param usual chance of a deal that is in everything as won deals usually were in this stage, or
 *     null where the model does not say
 * @param norm the same as log-odds
 * @param reasons for and against, heaviest first
 * @param rest weight of all others
 * @param note what there is to say where there are no reasons, or null
 * @param lastWeek what moved the chance in seven days, or null for a deal not open then
 */
record WhyRow(
        double chance,
        Double usual,
        Double norm,
        List<ReasonRow> reasons,
        Double rest,
        String note,
        WeekRow lastWeek) {
    private static final double MILLION = 1_000_000;

    /**
     * A reason.
     *
     * @param share what it does to the chance: the chance less what it would be without, −1 to 1
     */
    record ReasonRow(
            String kind,
            String feature,
            Double value,
            Double norm,
            double weight,
            double share,
            String text) {}

    /** How the chance moved. */
    record WeekRow(double chance, List<ReasonRow> reasons, double rest) {}

    /** Of an open deal; null for any other, and for who sees no chances. */
    static WhyRow of(DealForecast deal) {
        if (deal.outcome() != Outcome.OPEN || !deal.tellsChances()) {
            return null;
        }
        double chance = deal.probability(Horizon.EVER) / MILLION;
        Explanation why = deal.why();
        if (why == null) {
            return new WhyRow(chance, null, null, List.of(), null, unexplained(deal), null);
        }
        double norm = why.norm() / MILLION;
        return new WhyRow(
                chance,
                chance(norm),
                norm,
                rows(why.reasons(), chance, Against.WON_DEALS),
                why.rest() / MILLION,
                why.reasons().isEmpty()
                        ? "Nothing of this deal is unlike deals that were won."
                        : null,
                week(why.lastWeek(), chance));
    }

    private static String unexplained(DealForecast deal) {
        return deal.modelVersion().equals("stage-probabilities")
                ? "Before any model, a deal's chance is the configured probability of its stage;"
                        + " nothing else of it counts."
                : "The model that made this forecast does not say what it goes by; one trained anew"
                        + " does.";
    }

    private static WeekRow week(Shift shift, double chance) {
        return shift == null
                ? null
                : new WeekRow(
                        shift.chance() / MILLION,
                        rows(shift.reasons(), chance, Against.LAST_WEEK),
                        shift.rest() / MILLION);
    }

    private static List<ReasonRow> rows(List<Reason> reasons, double chance, Against against) {
        return reasons.stream().map(reason -> row(reason, chance, against)).toList();
    }

    private static ReasonRow row(Reason reason, double chance, Against against) {
        double weight = reason.weight() / MILLION;
        return new ReasonRow(
                reason.kind(),
                reason.feature(),
                Answers.known(reason.value()),
                Answers.known(reason.norm()),
                weight,
                chance - chance(logit(chance) - weight),
                ReasonText.of(reason, against));
    }

    private static double logit(double chance) {
        double p = Math.max(1 / MILLION, Math.min(1 - 1 / MILLION, chance));
        return Math.log(p / (1 - p));
    }

    private static double chance(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
