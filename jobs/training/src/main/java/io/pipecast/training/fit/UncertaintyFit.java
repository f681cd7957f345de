package io.pipecast.training.fit;

import io.pipecast.model.closing.Uncertainty;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Learns how far past landings were off beyond the chances of single deals. A period counts as one
 * observation, however many of its midnights are looked at, because what moves all its deals lasts;
 * so the law of the common factor is Student's, with as many degrees of freedom as there were
 * periods, and a weak prior. What periods bring against what was expected is followed by a Kalman
 * filter of a level that walks from period to period, beginning at 1.
 */
final class UncertaintyFit {
    /** Spread expected before any period was seen, and the periods that weighs as much as. */
    private static final double PRIOR_SPREAD = 0.09;

    private static final int PRIOR_PERIODS = 1;

    /** The same for the dispersion of new business. */
    private static final double PRIOR_DISPERSION = 1.3;

    private static final int PRIOR_DISPERSION_PERIODS = 2;
    private static final double MOST_DISPERSION = 4;
    private static final double MOST_SPREAD = 0.6;
    private static final int LEAST_FREEDOM = 3;

    /** Standard deviation of the first level about 1, and of its steps between periods. */
    private static final double FIRST_LEVEL = 0.03;

    private static final double LEVEL_STEP = 0.05;
    private static final double LEAST_LEVEL = 0.5;
    private static final double MOST_LEVEL = 2;

    private final List<List<PastLanding>> periods;

    private UncertaintyFit(List<List<PastLanding>> periods) {
        this.periods = periods.stream().filter(period -> !period.isEmpty()).toList();
    }

    /**
     * What past periods show.
     *
     * @param periods midnights by period
     * @param amountVariation mean square of a won amount's relative distance from the expected one
     */
    static Uncertainty of(List<List<PastLanding>> periods, double amountVariation) {
        UncertaintyFit fit = new UncertaintyFit(periods);
        double dispersion = fit.dispersion(fit.spread(PRIOR_DISPERSION));
        double spread = fit.spread(dispersion);
        return new Uncertainty(
                fit.level(spread, dispersion),
                spread,
                Math.max(LEAST_FREEDOM, fit.periods.size() + PRIOR_PERIODS),
                amountVariation,
                dispersion);
    }

    /** Root of the mean square that independent deals leave unexplained. */
    private double spread(double dispersion) {
        double sum = PRIOR_PERIODS * PRIOR_SPREAD * PRIOR_SPREAD;
        for (List<PastLanding> period : periods) {
            sum += mean(period, l -> l.off() * l.off() - l.square(dispersion));
        }
        double square = sum / (PRIOR_PERIODS + periods.size());
        return Math.min(MOST_SPREAD, Math.sqrt(Math.max(0, square)));
    }

    private double level(double spread, double dispersion) {
        double level = 1;
        double variance = FIRST_LEVEL * FIRST_LEVEL;
        for (List<PastLanding> period : periods) {
            double noise = spread * spread + mean(period, l -> l.square(dispersion));
            variance += LEVEL_STEP * LEVEL_STEP;
            double gain = variance / (variance + noise);
            level += gain * (1 + mean(period, PastLanding::off) - level);
            variance *= 1 - gain;
        }
        return Math.max(LEAST_LEVEL, Math.min(MOST_LEVEL, level));
    }

    private double dispersion(double spread) {
        double sum = PRIOR_DISPERSION_PERIODS * PRIOR_DISPERSION;
        double count = PRIOR_DISPERSION_PERIODS;
        for (List<PastLanding> period : periods) {
            if (period.stream().allMatch(l -> l.freshVariance() > 0)) {
                sum += mean(period, l -> excess(l, spread));
                count++;
            }
        }
        return Math.max(1, Math.min(MOST_DISPERSION, sum / count));
    }

    private static double excess(PastLanding landing, double spread) {
        double off = landing.freshCame() - landing.fresh();
        double common = spread * landing.fresh();
        return (off * off - common * common) / landing.freshVariance();
    }

    private static double mean(List<PastLanding> period, ToDoubleFunction<PastLanding> value) {
        double sum = 0;
        for (PastLanding landing : period) {
            sum += value.applyAsDouble(landing);
        }
        return sum / period.size();
    }
}
