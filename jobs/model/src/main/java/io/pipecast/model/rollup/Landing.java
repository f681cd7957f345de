package io.pipecast.model.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Distribution of a landing: closed, plus open deals taken as independent wins and losses, plus
 * deals not created yet. The deals that matter most are convolved one by one on a lattice of {@link
 * #BINS} bins, the rest enter as a normal law with their exact mean and variance. Amounts in minor
 * units.
 */
public final class Landing {
    /** Bins of the lattice; the resolution is the range divided by this. */
    static final int BINS = 160;

    /** Deals convolved singly, by their share of the variance. */
    private static final int SINGLE = 24;

    private static final double TAIL = 4.5;

    /**
     * Standard deviations above the mean the lattice reaches; what lies beyond is held in its last
     * bin.
     */
    private static final double REACH = 7;

    private final double closed;
    private final double step;
    private final double[] mass;
    private final double origin;

    private Landing(double closed, double origin, double step, double[] mass) {
        this.closed = closed;
        this.origin = origin;
        this.step = step;
        this.mass = mass;
    }

    private record Deal(int cell, int count, double amount, double chance, double variance) {}

    /**
     * Distribution of a scope and window.
     *
     * @param sums the scope's vector
     * @param newMean expected from deals not created yet
     * @param newVariance its variance, squared minor units
     */
    public static Landing of(Sums sums, double newMean, double newVariance) {
        List<Deal> single = new ArrayList<>();
        double[] rest = split(sums, single);
        double mean = rest[0] + newMean;
        double sd = Math.sqrt(rest[1] + newVariance);
        double low = Math.max(0, mean - TAIL * sd);
        double high = highest(single, mean, sd);
        double step = Math.max((high - low) / (BINS - 2), 1e-9);
        double[] mass = new double[BINS];
        mass[0] = 1;
        double[] next = new double[BINS];
        int top = 0;
        for (Deal deal : single) {
            top = convolve(mass, next, top, deal.amount / step, deal.chance);
            System.arraycopy(next, 0, mass, 0, top + 1);
        }
        long closed = sums.get(Measure.CLOSED);
        if (sd < step / 2) {
            return new Landing(closed, closed + mean, step, mass);
        }
        return new Landing(closed, closed + low, step, spread(mass, mean - low, sd, step));
    }

    /** Top of the lattice: everything won, or as far above the mean as matters. */
    private static double highest(List<Deal> single, double restMean, double restSd) {
        double all = restMean + TAIL * restSd;
        double mean = restMean;
        double variance = restSd * restSd;
        for (Deal deal : single) {
            all += deal.amount;
            mean += deal.amount * deal.chance;
            variance += deal.variance;
        }
        return Math.min(all, mean + REACH * Math.sqrt(variance));
    }

    /** Puts the weightiest deals into {@code single}; returns mean and variance of the others. */
    private static double[] split(Sums sums, List<Deal> single) {
        List<Deal> cells = new ArrayList<>();
        sums.cells.forEach(
                (cell, count, amount, chance) -> {
                    double a = amount / (double) count;
                    double p = chance / (double) count / 1e6;
                    cells.add(new Deal(cell, (int) count, a, p, p * (1 - p) * a * a));
                });
        // by weight, then by cell: one order whatever the order of arrival, so that sums of doubles
        // are the same
        cells.sort(
                Comparator.comparingDouble((Deal d) -> -d.variance).thenComparingInt(Deal::cell));
        double mean = 0;
        double variance = 0;
        for (Deal deal : cells) {
            int left = deal.count;
            for (; left > 0 && single.size() < SINGLE; left--) {
                single.add(deal);
            }
            mean += left * deal.amount * deal.chance;
            variance += left * deal.variance;
        }
        return new double[] {mean, variance};
    }

    /**
     * One deal: stays with 1 − p, moves by {@code shift} bins with p, split between neighbours so
     * that the mean is kept. Bins above {@code top} hold nothing; returns the new top.
     */
    private static int convolve(double[] from, double[] to, int top, double shift, double p) {
        int whole = (int) Math.min(BINS, shift);
        double part = shift < BINS ? shift - whole : 0;
        int newTop = Math.min(BINS - 1, top + whole + 1);
        Arrays.fill(to, 0, newTop + 1, 0);
        for (int i = 0; i <= top; i++) {
            to[i] = from[i] * (1 - p);
        }
        double near = p * (1 - part);
        double far = p * part;
        // loops without branches: this is what a cut of thousands of scopes spends its time on
        int inside = Math.min(top, BINS - 2 - whole);
        for (int i = 0; i <= inside; i++) {
            to[i + whole] += from[i] * near;
        }
        for (int i = 0; i <= inside; i++) {
            to[i + whole + 1] += from[i] * far;
        }
        for (int i = Math.max(0, inside + 1); i <= top; i++) {
            to[BINS - 1] += from[i] * p;
        }
        return newTop;
    }

    private static double[] spread(double[] mass, double shift, double sd, double step) {
        int width = (int) Math.ceil((shift + TAIL * sd) / step) + 1;
        double[] kernel = new double[Math.min(BINS, width + 1)];
        double before = phi((-0.5 * step - shift) / sd);
        double lowest = before;
        for (int i = 0; i < kernel.length; i++) {
            double upTo = phi(((i + 0.5) * step - shift) / sd);
            kernel[i] = upTo - before;
            before = upTo;
        }
        // what the normal law puts below nothing at all belongs to the lowest bin: a landing is
        // never below closed
        kernel[0] += lowest;
        double[] out = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            if (mass[i] > 1e-9) {
                for (int k = 0; k < kernel.length && i + k < BINS; k++) {
                    out[i + k] += mass[i] * kernel[k];
                }
            }
        }
        return out;
    }

    /** Quantile in minor units, never below closed. */
    public long quantile(double q) {
        double total = 0;
        for (double m : mass) {
            total += m;
        }
        double target = q * total;
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            if (sum + mass[i] >= target && mass[i] > 0) {
                double inside = (target - sum) / mass[i] - 0.5;
                double x = origin + (i + (mass[i] > 0.2 * total ? 0 : inside)) * step;
                return Math.round(Math.max(closed, x));
            }
            sum += mass[i];
        }
        return Math.round(Math.max(closed, origin + (BINS - 1) * step));
    }

    /** Chance that the landing is at least an amount, 0–1. */
    public double reach(double amount) {
        if (amount <= closed) {
            return 1;
        }
        double total = 0;
        double above = 0;
        for (int i = 0; i < BINS; i++) {
            double x = origin + i * step;
            double share = Math.min(1, Math.max(0, (x - amount) / step + 0.5));
            above += mass[i] * share;
            total += mass[i];
        }
        return total == 0 ? 0 : above / total;
    }

    /**
     * Distribution function of the standard normal law; Abramowitz and Stegun 26.2.17, error below
     * 7.5e-8.
     */
    static double phi(double z) {
        double x = Math.abs(z);
        double t = 1 / (1 + 0.2316419 * x);
        double tail =
                0.3989422804014327
                        * StrictMath.exp(-x * x / 2)
                        * t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
