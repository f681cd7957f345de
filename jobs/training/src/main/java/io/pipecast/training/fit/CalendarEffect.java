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
 * known from all its days. On days off the same happens, times what their own ends tell: who closes
 * deals on Saturdays closes more of them on that before the quarter ends.
 */
final class CalendarEffect {
    /** Variance between periods taken for granted before any is seen, and what it weighs. */
    private static final double PRIOR_VARIANCE = 0.02;

    private static final double PRIOR_PERIODS = 2;

    /** Correlation of the effects of positions beside each other. */
    private static final double CORRELATION = 0.7;

    private static final int WORKING = PeriodPosition.WORKING;

    /** Times the effects of positions and of days off are measured, each given the other. */
    private static final int TURNS = 3;

    private final int periods;

    /** By class × period, those of working days first. */
    private final double[] seen;

    private final double[] expected;

    CalendarEffect(int periods) {
        this.periods = periods;
        this.seen = new double[PeriodPosition.COUNT * periods];
        this.expected = new double[seen.length];
    }

    /** Takes in a deal-day of a {@link PeriodPosition} class. */
    void add(int dayClass, int period, boolean ended, double hazard) {
        int i = dayClass * periods + period;
        seen[i] += ended ? 1 : 0;
        expected[i] += ended ? hazard / 2 : hazard;
    }

    /** Multipliers by class; 1 on average over working days. */
    double[] multipliers() {
        double level = (sum(seen, 0, WORKING) + 1) / (sum(expected, 0, WORKING) + 1);
        double[] effects = new double[WORKING];
        double off = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            effects = effects(level, off);
            off = off(level, effects);
        }
        double[] multipliers = new double[PeriodPosition.COUNT];
        for (int p = 0; p < WORKING; p++) {
            multipliers[p] = effects[p];
            multipliers[WORKING + p] = off * effects[p];
        }
        return multipliers;
    }

    /** What a day off is to a working day of its position. */
    private double off(double level, double[] effects) {
        double due = 0;
        for (int p = 0; p < WORKING; p++) {
            due += effects[p] * level * sum(expected, WORKING + p, WORKING + p + 1);
        }
        return (sum(seen, WORKING, PeriodPosition.COUNT) + 1) / (due + 1);
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

    /**
     * Effects of the positions, 1 without two periods to compare.
     *
     * @param level ends ÷ hazards of working days
     * @param off what days off are to working days, 0 where they are not to tell
     */
    private double[] effects(double level, double off) {
        Seen[] positions = new Seen[WORKING];
        double between = 0;
        double weight = 0;
        for (int p = 0; p < WORKING; p++) {
            positions[p] = seen(p, level, off);
            double w = positions[p].weight * Math.max(0, positions[p].periods - 1);
            between += w * (positions[p].between - positions[p].chance());
            weight += w;
        }
        double[] logs =
                weight == 0
                        ? new double[WORKING]
                        : shrunken(positions, Math.max(0, between / weight));
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private Seen seen(int position, double level, double off) {
        double log = 0;
        double square = 0;
        double weight = 0;
        double ends = 0;
        int n = 0;
        for (int i = position * periods; i < (position + 1) * periods; i++) {
            int ofOff = i + WORKING * periods;
            double due = expected[i] + off * expected[ofOff];
            if (due > 0) {
                double came = off > 0 ? seen[i] + seen[ofOff] : seen[i];
                double ofPeriod = log(came, level * due);
                log += due * ofPeriod;
                square += due * ofPeriod * ofPeriod;
                weight += due;
                ends += came;
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

    private double sum(double[] values, int fromClass, int toClass) {
        double sum = 0;
        for (int i = fromClass * periods; i < toClass * periods; i++) {
            sum += values[i];
        }
        return sum;
    }
}
