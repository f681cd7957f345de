package io.pipecast.model.rollup;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.model.features.AsOf;
import java.util.function.IntFunction;

/** Spreads a {@link Stake} over the windows it counts in, by the binding definitions. */
public final class StakeExpansion {
    private static final ForecastCategory[] CATEGORIES = ForecastCategory.values();
    private static final Measure[] BY_CATEGORY = {
        Measure.COMMIT, Measure.BEST_CASE, Measure.PIPELINE, Measure.OMITTED
    };

    private StakeExpansion() {}

    /**
     * Adds a stake (sign 1) to the fiscal periods it counts in, or takes it back (sign −1).
     *
     * @param sums gives the vector of the stake's owner, territory and path for a {@link Window}
     *     code
     */
    public static void addFiscal(Stake stake, int sign, IntFunction<Sums> sums) {
        switch (stake.status()) {
            case OPEN -> addOpen(stake, sign, sums);
            case WON -> addWon(stake, sign, sums.apply(stake.booked()));
            case LOST -> addLost(stake, sign, sums.apply(stake.booked()));
        }
    }

    /** Adds an open deal's stake to the rolling windows, or takes it back; others are in none. */
    public static void addRolling(Stake stake, int sign, IntFunction<Sums> sums) {
        if (stake.status() != Stake.Status.OPEN || !stake.priced()) {
            return;
        }
        for (Horizon window : AsOf.ROLLING) {
            int code = Window.rolling(window);
            landing(stake, sign, sums.apply(code), code, window);
        }
    }

    private static void addWon(Stake stake, int sign, Sums sums) {
        sums.add(Measure.WON_COUNT, sign);
        if (!stake.priced()) {
            sums.add(unpriced(stake), sign);
            return;
        }
        sums.add(Measure.CLOSED, sign * stake.amount());
        sums.add(Measure.RATED_WON, stake.amount() > 0 ? sign : 0);
    }

    private static void addLost(Stake stake, int sign, Sums sums) {
        sums.add(Measure.LOST_COUNT, sign);
        if (stake.priced()) {
            sums.add(Measure.LOST_AMOUNT, sign * stake.amount());
            sums.add(Measure.RATED_LOST, stake.amount() > 0 ? sign : 0);
        }
    }

    private static void addOpen(Stake stake, int sign, IntFunction<Sums> sums) {
        addLedger(stake, sign, sums);
        if (stake.priced()) {
            int now = stake.current();
            landing(stake, sign, sums.apply(now), now, Horizon.CURRENT_PERIOD);
            landing(stake, sign, sums.apply(now + 1), now + 1, Horizon.NEXT_PERIOD);
            if (CATEGORIES[stake.category()] != ForecastCategory.OMITTED) {
                long beyond = MinorUnits.share(stake.expected(), beyond(stake.chances()));
                sums.apply(now + 1).add(Measure.BEYOND, sign * beyond);
            }
        }
    }

    /** Chance to be won after the next period, millionths. */
    private static int beyond(int[] chances) {
        int until =
                chances[Horizon.CURRENT_PERIOD.ordinal()] + chances[Horizon.NEXT_PERIOD.ordinal()];
        return Math.max(0, chances[Horizon.EVER.ordinal()] - until);
    }

    private static void addLedger(Stake stake, int sign, IntFunction<Sums> sums) {
        Sums home = sums.apply(stake.due() < 0 ? stake.current() : stake.due());
        boolean omitted = CATEGORIES[stake.category()] == ForecastCategory.OMITTED;
        if (!stake.priced()) {
            home.add(unpriced(stake), sign);
        }
        long amount = stake.priced() ? sign * stake.amount() : 0;
        if (stake.due() == Stake.OVERDUE) {
            home.add(Measure.OVERDUE_AMOUNT, amount);
            home.add(Measure.OVERDUE_COUNT, sign);
        } else if (stake.due() == Stake.UNDATED) {
            home.add(Measure.UNDATED_AMOUNT, amount);
            home.add(Measure.UNDATED_COUNT, sign);
        } else {
            home.add(BY_CATEGORY[stake.category()], amount);
            if (!omitted) {
                home.add(Measure.OPEN_AMOUNT, amount);
                home.add(Measure.OPEN_COUNT, sign);
                home.add(
                        Measure.STAGE_WEIGHTED_OPEN, MinorUnits.share(amount, stake.stageMicros()));
            }
        }
    }

    private static void landing(Stake stake, int sign, Sums sums, int window, Horizon horizon) {
        int chance = stake.chances()[horizon.ordinal()];
        long mean = sign * MinorUnits.share(stake.expected(), chance);
        if (CATEGORIES[stake.category()] == ForecastCategory.OMITTED) {
            sums.add(Measure.OMITTED_MODEL, mean);
            return;
        }
        sums.add(Measure.FROM_OPEN, mean);
        sums.addDeal(stake.expected(), chance, sign);
        if (stake.due() == Stake.OVERDUE) {
            sums.add(Measure.FROM_OVERDUE, mean);
        } else if (stake.due() == Stake.UNDATED) {
            sums.add(Measure.FROM_UNDATED, mean);
        } else if (!Window.isRolling(window) && stake.due() != window) {
            sums.add(Measure.FROM_LATER, mean);
        }
    }

    /**
     * What an open stake puts into the model mean of its current or next period: its share of
     * {@link Measure#FROM_OPEN}.
     */
    static long mean(Stake stake, int window) {
        if (!stake.priced() || CATEGORIES[stake.category()] == ForecastCategory.OMITTED) {
            return 0;
        }
        Horizon horizon = window == stake.current() ? Horizon.CURRENT_PERIOD : Horizon.NEXT_PERIOD;
        return MinorUnits.share(stake.expected(), stake.chances()[horizon.ordinal()]);
    }

    private static Measure unpriced(Stake stake) {
        return stake.amount() == Stake.UNCONVERTED
                ? Measure.UNCONVERTED_COUNT
                : Measure.UNPRICED_COUNT;
    }
}
