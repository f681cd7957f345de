package io.pipecast.training.fit;

import io.pipecast.model.features.PeriodPosition;
import java.util.Arrays;

/**
 * How much more or less happens by the position of the day in its period, as ends seen on a day ÷
 * ends expected of the deals open at its start. An effect counts only as far as it repeats from
 * period to period, and positions beside each other vouch for each other: on the logarithm, a
 * normal prior around no effect whose correlation falls with the distance, its variance what the
 * effects have beyond their own uncertainty (empirical Bayes), meets the mean over periods with
 * what the periods differ by. So one unusual month-end teaches nothing, and a strong last month is
 * known from all its days. Days off are measured directly.
 */
final class CalendarEffect {
    /** Variance between periods taken for granted before any is seen, and what it weighs. */
    private static final double PRIOR_VARIANCE = 0.02;

    private static final double PRIOR_PERIODS = 2;

    /** Correlation of the effects of positions beside each other. */
    private static final double CORRELATION = 0.7;

    private static final int WORKING = PeriodPosition.COUNT - 1;

    private final int periods;
    private final double[] seen;
    private final double[] expected;

    CalendarEffect(int periods) {
        this.periods = periods;
        this.seen = new double[PeriodPosition.COUNT * periods];
        this.expected = new double[seen.length];
    }

    /** Takes in a deal-day. */
    void add(int position, int period, boolean ended, double hazard) {
        int i = position * periods + period;
        seen[i] += ended ? 1 : 0;
        expected[i] += ended ? hazard / 2 : hazard;
    }

    /** Multipliers by position; 1 on average over working days. */
    double[] multipliers() {
        double level =
                (sum(seen, 1, PeriodPosition.COUNT) + 1)
                        / (sum(expected, 1, PeriodPosition.COUNT) + 1);
        double[] multipliers = new double[PeriodPosition.COUNT];
        Arrays.fill(multipliers, 1);
        double[] logs = logs(level);
        for (int p = 0; p < WORKING; p++) {
            multipliers[p + 1] = Math.exp(logs[p]);
        }
        double off = level * sum(expected, PeriodPosition.NOT_WORKING, 1);
        multipliers[PeriodPosition.NOT_WORKING] =
                (sum(seen, PeriodPosition.NOT_WORKING, 1) + 1) / (off + 1);
        return multipliers;
    }

    /** What is seen of one position over the periods. */
    private record Seen(double log, double between, double weight, int periods, double ends) {
        /** Variance of the mean logarithm: periods differ as those of all positions do, or more. */
        double uncertain(double ofAll) {
            double own = Math.max(ofAll, between - chance());
            double variance =
                    ((periods - 1) * own + PRIOR_PERIODS * PRIOR_VARIANCE)
                            / (periods - 1 + PRIOR_PERIODS);
            return variance / periods + 1 / (ends + 1);
        }

        /** Variance of a period's logarithm by chance alone. */
        double chance() {
            return periods == 0 ? 0 : periods / (weight + periods);
        }
    }

    /** Logarithms of the effects of the working positions, 0 without two periods to compare. */
    private double[] logs(double level) {
        Seen[] seen = new Seen[WORKING];
        double between = 0;
        double weight = 0;
        for (int p = 0; p < WORKING; p++) {
            seen[p] = seen(p + 1, level);
            double w = seen[p].weight * Math.max(0, seen[p].periods - 1);
            between += w * (seen[p].between - seen[p].chance());
            weight += w;
        }
        return weight == 0 ? new double[WORKING] : shrunken(seen, Math.max(0, between / weight));
    }

    private Seen seen(int position, double level) {
        double log = 0;
        double square = 0;
        double weight = 0;
        double ends = 0;
        int n = 0;
        for (int i = position * periods; i < (position + 1) * periods; i++) {
            if (expected[i] > 0) {
                double ofPeriod = log(seen[i], level * expected[i]);
                log += expected[i] * ofPeriod;
                square += expected[i] * ofPeriod * ofPeriod;
                weight += expected[i];
                ends += seen[i];
                n++;
            }
        }
        double mean = weight == 0 ? 0 : log / weight;
        double between = n < 2 ? 0 : Math.max(0, square / weight - mean * mean) * n / (n - 1);
        return new Seen(mean, between, weight, n, ends);
    }

    /** Mean of the effects given what is seen and how much periods differ. */
    private static double[] shrunken(Seen[] seen, double between) {
        double beyond = 0;
        int known = 0;
        for (Seen one : seen) {
            if (one.periods > 0) {
                beyond += one.log * one.log - one.uncertain(between);
                known++;
            }
        }
        double[][] covariance = prior(Math.max(0, beyond / known));
        double[] effects = new double[WORKING];
        for (int p = 0; p < WORKING; p++) {
            if (seen[p].periods > 0) {
                learn(p, seen[p].log, seen[p].uncertain(between), effects, covariance);
            }
        }
        return effects;
    }

    private static double[][] prior(double spread) {
        double[][] covariance = new double[WORKING][WORKING];
        for (int p = 0; p < WORKING; p++) {
            for (int q = 0; q < WORKING; q++) {
                covariance[p][q] = spread * Math.pow(CORRELATION, Math.abs(p - q));
            }
        }
        return covariance;
    }

    /** What is known of all effects after one was measured. */
    private static void learn(
            int at, double measured, double uncertain, double[] effects, double[][] covariance) {
        double[] row = covariance[at].clone();
        double off = measured - effects[at];
        double sum = row[at] + uncertain;
        for (int p = 0; p < WORKING; p++) {
            effects[p] += row[p] / sum * off;
            for (int q = 0; q < WORKING; q++) {
                covariance[p][q] -= row[p] * row[q] / sum;
            }
        }
    }

    private static double log(double seen, double expected) {
        return Math.log((seen + 1) / (expected + 1));
    }

    private double sum(double[] values, int fromPosition, int toPosition) {
        double sum = 0;
        for (int i = fromPosition * periods; i < toPosition * periods; i++) {
            sum += values[i];
        }
        return sum;
    }
}
