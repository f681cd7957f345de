package io.pipecast.simulator.deal;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.company.Rep.Habit;

/** Forecast categories as reps set them by hand, each by habit. */
final class Categories {
    private static final double SANDBAG = 0.6;
    private static final double EARLY_COMMIT = 0.4;
    private static final double ADMIT = 0.05;
    private static final double OWN_UP_LATE = 0.12;

    private Categories() {}

    /** Category set on entering a stage, or null for the stage's default. */
    static ForecastCategory onEntering(Deal deal, int stage) {
        Habit habit = deal.rep.habit();
        boolean last = stage == SalesProcess.count() - 1;
        if (last && habit == Habit.SANDBAGGER && deal.dice.chance(SANDBAG)) {
            return ForecastCategory.BEST_CASE;
        }
        boolean proposal = SalesProcess.at(stage) == SalesProcess.PROPOSAL;
        if (proposal && habit == Habit.OPTIMIST && deal.dice.chance(EARLY_COMMIT)) {
            return ForecastCategory.COMMIT;
        }
        return null;
    }

    /** The category set today in place of the present one (null is the stage's default). */
    static ForecastCategory revised(Deal deal, Today today) {
        Habit habit = deal.rep.habit();
        boolean last = deal.stage == SalesProcess.count() - 1;
        if (deal.shownCategory() == ForecastCategory.COMMIT && deal.daysCold > 15) {
            double owns = habit == Habit.OPTIMIST ? ADMIT / 4 : ADMIT;
            return deal.dice.chance(owns) ? ForecastCategory.BEST_CASE : deal.category;
        }
        boolean held = last && deal.category == ForecastCategory.BEST_CASE && deal.warm;
        if (held && today.left() < 8 && deal.closeDay < today.quarter().endDay()) {
            return deal.dice.chance(OWN_UP_LATE) ? ForecastCategory.COMMIT : deal.category;
        }
        if (deal.origin.zombie() && deal.daysCold > 60 && deal.dice.chance(0.004)) {
            return ForecastCategory.OMITTED;
        }
        return deal.category;
    }
}
