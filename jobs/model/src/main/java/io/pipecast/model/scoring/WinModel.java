package io.pipecast.model.scoring;

import io.pipecast.domain.alert.LearnedLimits;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.AsOf;
import java.util.Map;

/**
 * What a model answers, whatever its kind. Implementations are immutable, deterministic and free of
 * clocks; {@link #score} allocates nothing and costs well below a microsecond.
 */
public interface WinModel extends LearnedLimits {
    /** Version every forecast made with it carries. */
    String version();

    /** Publication sequence; of two models in force the higher one wins. */
    long sequence();

    /** Instant from which forecasts use it, epoch milliseconds. */
    long effectiveFrom();

    /** Whether it was learned; false for the configured stage probabilities. */
    boolean trained();

    /**
     * Chances of an open deal to be won by each horizon.
     *
     * @param deal an open deal as of the instant
     * @param asOf the instant
     * @param out millionths by {@link io.pipecast.domain.forecast.Horizon} ordinal; NEXT_PERIOD is
     *     the chance to be won within that period, all others the chance to be won from now to
     *     their end. Monotone in the horizon.
     */
    void score(DealView deal, AsOf asOf, int[] out);

    /**
     * Chance of an open deal to be lost within some days, 0 to 1; NaN where the model does not say.
     *
     * @param days calendar days from the instant on
     */
    default double lostWithin(DealView deal, AsOf asOf, double days) {
        return Double.NaN;
    }

    /**
     * What the chance of an open deal to be won in the end is made of; null where the model does
     * not say.
     */
    default Explanation explain(DealView deal, AsOf asOf) {
        return null;
    }

    /**
     * What has moved that chance since an earlier instant; null where the model does not say or the
     * deal was not open.
     *
     * @param before the deal as of the earlier instant
     */
    default Explanation.Shift shift(DealView deal, AsOf asOf, DealView before, AsOf then) {
        return null;
    }

    /**
     * Where an open deal lies among those the model was learned from: deciles 0 to 9 by kind of
     * reason; empty where the model does not say.
     *
     * @param id of the deal
     */
    default Map<String, Long> deciles(DealView deal, AsOf asOf, String id) {
        return Map.of();
    }

    /**
     * Learned ratio of amount at winning to amount entered before, times the level of past
     * landings: applied to open amounts in the landing; 1 by default.
     */
    double amountRatio();

    /** Learned uncertainty of landings, beyond the chances of single deals; none by default. */
    default Uncertainty uncertainty() {
        return Uncertainty.NONE;
    }

    /** When in a period things are won, as learned; not known by default. */
    default PeriodCurve curve() {
        return PeriodCurve.NONE;
    }

    /**
     * What one owner is expected to win from deals not created yet.
     *
     * @param owner user id
     * @param asOf the instant
     * @param fromDay first epoch day of the window, not before the instant's day
     * @param toDay first epoch day after the window
     * @return mean in corporate minor units and variance in squared minor units; {0, 0} before any
     *     model
     */
    double[] newBusiness(String owner, AsOf asOf, int fromDay, int toDay);
}
