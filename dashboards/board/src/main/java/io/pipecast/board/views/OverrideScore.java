package io.pipecast.board.views;

import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import java.util.Collection;

/**
 * How right chances set by hand were, held against the model's of the same deal, period and
 * instant. The Brier score is the mean of (chance − outcome)², outcome 1 where the deal was won
 * before the period ended: 0 is perfect, always saying one half gives 0.25.
 *
 * @param judged chances whose deal has ended, or whose period has
 * @param won how many of the deals were won in time
 * @param meanChance mean of the chances set, NaN where none is judged
 * @param brier their Brier score, NaN where none is judged
 * @param besideModel how many of them the model had a chance for
 * @param ownBeside Brier score by hand of those alone, NaN where there is none
 * @param modelBeside Brier score of the model on the same, NaN where there is none
 */
public record OverrideScore(
        int judged,
        int won,
        double meanChance,
        double brier,
        int besideModel,
        double ownBeside,
        double modelBeside) {

    /**
     * Scores what was set.
     *
     * @param clock now by the job's clock, epoch milliseconds
     */
    public static OverrideScore of(Collection<DealOverride> overrides, Views views, long clock) {
        Sums sums = new Sums();
        for (DealOverride override : overrides) {
            DealForecast deal = views.deal(override.opportunityId());
            if (deal != null && isOver(override, deal, clock)) {
                sums.add(override, isWonInTime(override, deal));
            }
        }
        return sums.score();
    }

    private static boolean isOver(DealOverride override, DealForecast deal, long clock) {
        return deal.outcome() != Outcome.OPEN || clock >= override.periodEnd();
    }

    private static boolean isWonInTime(DealOverride override, DealForecast deal) {
        return deal.outcome() == Outcome.WON && deal.closedAt() < override.periodEnd();
    }

    private static final class Sums {
        private int judged;
        private int won;
        private double chances;
        private double errors;
        private int beside;
        private double own;
        private double model;

        void add(DealOverride override, boolean isWon) {
            double chance = share(override.chance());
            double error = square(chance, isWon);
            judged++;
            won += isWon ? 1 : 0;
            chances += chance;
            errors += error;
            if (override.modelChance() != DealOverride.NONE) {
                beside++;
                own += error;
                model += square(share(override.modelChance()), isWon);
            }
        }

        OverrideScore score() {
            return new OverrideScore(
                    judged,
                    won,
                    chances / judged,
                    errors / judged,
                    beside,
                    own / beside,
                    model / beside);
        }

        private static double share(long millionths) {
            return (double) millionths / DealOverride.CERTAIN;
        }

        private static double square(double chance, boolean isWon) {
            double miss = chance - (isWon ? 1 : 0);
            return miss * miss;
        }
    }
}
