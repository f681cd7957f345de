package io.pipecast.training.fit;

import io.pipecast.model.features.PeriodPosition;

/**
 * How much more or less happens by the position of the day in its period, as ends seen on a day ÷
 * ends expected of the deals open at its start. A position's effect counts only as far as it
 * repeats from period to period: it is shrunken by the share of its square that the differences
 * between periods explain (positive-part James–Stein on the logarithm), so one unusual month-end
 * teaches nothing. Days off are measured directly.
 */
final class CalendarEffect {
    /** Variance between periods taken for granted before any is seen, and what it weighs. */
    private static final double PRIOR_VARIANCE = 0.25;

    private static final double PRIOR_PERIODS = 2;

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
        for (int p = 1; p < multipliers.length; p++) {
            multipliers[p] = Math.exp(shrunkenLog(p, level));
        }
        double off = level * sum(expected, PeriodPosition.NOT_WORKING, 1);
        multipliers[PeriodPosition.NOT_WORKING] =
                (sum(seen, PeriodPosition.NOT_WORKING, 1) + 1) / (off + 1);
        return multipliers;
    }

    private double shrunkenLog(int position, double level) {
        double log = 0;
        double square = 0;
        double weight = 0;
        int n = 0;
        for (int i = position * periods; i < (position + 1) * periods; i++) {
            if (expected[i] > 0) {
                double ofPeriod = log(seen[i], level * expected[i]);
                log += expected[i] * ofPeriod;
                square += expected[i] * ofPeriod * ofPeriod;
                weight += expected[i];
                n++;
            }
        }
        if (n < 2 || log == 0) {
            return 0;
        }
        log /= weight;
        double between = Math.max(0, square / weight - log * log) * n / (n - 1);
        double variance =
                ((n - 1) * between + PRIOR_PERIODS * PRIOR_VARIANCE) / (n - 1 + PRIOR_PERIODS);
        return log * Math.max(0, 1 - variance / n / (log * log));
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
