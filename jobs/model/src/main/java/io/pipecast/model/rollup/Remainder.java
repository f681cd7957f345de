package io.pipecast.model.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Law of what is still to come, its deals taken as independent wins and losses. The deals that
 * matter most are convolved one by one on a lattice of {@link #BINS} bins, the rest enter as a
 * normal law with their exact mean and variance. Amounts in minor units.
 */
final class Remainder {
    /** Bins of the lattice; the resolution is the range divided by this. */
    static final int BINS = 160;

    /** Empty bins before the lattice, so that mass can be looked for any way back. */
    private static final int PAD = BINS + 1;

    /** Bins spread at once; divides {@link #BINS}. */
    private static final int STRIDE = 4;

    /** Deals convolved singly, by their share of the variance. */
    private static final int SINGLE = 24;

    private static final double TAIL = 4.5;

    /**
     * Standard deviations above the mean the lattice reaches; what lies beyond is held in its last
     * bin.
     */
    private static final double REACH = 7;

    /** Most amounts a won deal is taken to have. */
    private static final int MOST_AMOUNTS = 3;

    private final double variation;
    private final Bench bench;
    private final List<Deal> single = new ArrayList<>();
    private double mean;
    private double variance;

    /**
     * An unfinished law of nothing.
     *
     * @param variation mean square of a won amount's relative distance from the expected one
     */
    private Remainder(double variation, Bench bench) {
        this.variation = variation;
        this.bench = bench;
    }

    /** Room to work in, used again and again; by one thread at a time. */
    static final class Bench {
        private double[] mass = new double[PAD + BINS];
        private double[] next = new double[PAD + BINS];

        private void clear() {
            Arrays.fill(mass, 0);
            Arrays.fill(next, 0);
        }

        private void swap() {
            double[] now = next;
            next = mass;
            mass = now;
        }
    }

    private record Deal(int cell, int count, double amount, double chance, double variance) {}

    /**
     * The law of a scope and window.
     *
     * @param cells open deals
     * @param newMean expected from deals not created yet
     * @param newVariance its variance, squared minor units
     * @param variation mean square of (won ÷ expected amount − 1) of a won deal
     */
    static Lattice of(
            CellGrid cells, double newMean, double newVariance, double variation, Bench bench) {
        Remainder rest = new Remainder(variation, bench);
        rest.split(cells);
        // in this order, so that sums of doubles are the same whatever is added when
        rest.mean += newMean;
        rest.variance += newVariance;
        return rest.lattice();
    }

    /**
     * Variance of what open deals bring if they are independent, squared minor units; the same
     * whatever the order in which they came.
     */
    static double variance(CellGrid cells, double variation) {
        Remainder rest = new Remainder(variation, null);
        rest.split(cells);
        double sum = rest.variance;
        for (Deal deal : rest.single) {
            sum += deal.variance;
        }
        return sum;
    }

    private Lattice lattice() {
        double sd = Math.sqrt(variance);
        double low = Math.max(0, mean - TAIL * sd);
        double high = highest(sd);
        double step = Math.max((high - low) / (BINS - 2), 1e-9);
        bench.clear();
        bench.mass[PAD] = 1;
        int top = 0;
        double spread = Math.sqrt(variation);
        for (Deal deal : single) {
            double shift = deal.amount / step;
            top = convolve(bench.mass, bench.next, top, shift, deal.chance, spread);
            bench.swap();
        }
        double[] mass = bench.mass;
        return sd < step / 2
                ? new Lattice(mean, step, Arrays.copyOfRange(mass, PAD, PAD + BINS))
                : new Lattice(low, step, spread(mass, mean - low, sd, step));
    }

    /** Top of the lattice: everything won, or as far above the mean as matters. */
    private double highest(double restSd) {
        double all = mean + TAIL * restSd;
        double expected = mean;
        double square = restSd * restSd;
        double above = 1 + 2 * Math.sqrt(variation);
        for (Deal deal : single) {
            all += deal.amount * above;
            expected += deal.amount * deal.chance;
            square += deal.variance;
        }
        return Math.min(all, expected + REACH * Math.sqrt(square));
    }

    /** Takes the weightiest deals singly, the others by their mean and variance. */
    private void split(CellGrid grid) {
        List<Deal> cells = new ArrayList<>();
        grid.forEach(
                (cell, count, amount, chance) -> {
                    double a = amount / (double) count;
                    double p = chance / (double) count / 1e6;
                    double v = (p * (1 - p) + p * variation) * a * a;
                    cells.add(new Deal(cell, (int) count, a, p, v));
                });
        // by weight, then by cell: one order whatever the order of arrival, so that sums of doubles
        // are the same
        cells.sort(Remainder::byWeight);
        for (Deal deal : cells) {
            int left = deal.count;
            for (; left > 0 && deal.variance > 0 && single.size() < SINGLE; left--) {
                single.add(deal);
            }
            mean += left * deal.amount * deal.chance;
            variance += left * deal.variance;
        }
    }

    private static int byWeight(Deal a, Deal b) {
        int order = Double.compare(b.variance, a.variance);
        return order != 0 ? order : Integer.compare(a.cell, b.cell);
    }

    /**
     * One deal: stays with 1 − p, moves by {@code shift} bins with p. Where its amount at winning
     * varies by more than a bin, it moves by several amounts evenly around, with the variance
     * wanted. Bins above {@code top} hold nothing; returns the new top.
     */
    private static int convolve(
            double[] from, double[] to, int top, double shift, double p, double spread) {
        double sd = spread * Math.min(BINS, shift);
        int n = 1 + (int) Math.min(MOST_AMOUNTS - 1.0, sd + 0.5);
        double half = n == 1 ? 0 : sd * Math.sqrt(3.0 * n * n / (n * n - 1.0));
        int newTop = (int) Math.min(BINS - 1.0, top + shift + half + 1);
        for (int i = 0; i <= newTop; i++) {
            to[PAD + i] = from[PAD + i] * (1 - p);
        }
        for (int k = 0; k < n; k++) {
            double by = Math.max(0, shift + half * (2 * k + 1 - n) / n);
            int whole = (int) Math.min(BINS, by);
            double part = by < BINS ? by - whole : 0;
            addMoved(from, to, top, newTop, whole, p / n * (1 - part), p / n * part);
        }
        return newTop;
    }

    /** Moves all mass by some bins with one weight and by one more with another. */
    private static void addMoved(
            double[] from, double[] to, int top, int newTop, int by, double weight, double next) {
        // one loop without branches: this is what a cut of thousands of scopes spends its time on
        int back = PAD - by;
        for (int i = by; i <= newTop; i++) {
            to[PAD + i] += from[back + i] * weight + from[back + i - 1] * next;
        }
        double beyond = 0;
        for (int i = Math.max(0, BINS - by - 1); i <= top; i++) {
            beyond += i + by < BINS ? from[PAD + i] * next : from[PAD + i] * (weight + next);
        }
        to[PAD + BINS - 1] += beyond;
    }

    private static double[] spread(double[] mass, double shift, double sd, double step) {
        int width = (int) Math.ceil((shift + TAIL * sd) / step) + 1;
        double[] kernel = new double[2 * STRIDE + BINS];
        double before = NormalLaw.upTo((-0.5 * step - shift) / sd);
        double lowest = before;
        int last = Math.min(BINS, width + 1);
        for (int i = 0; i < last; i++) {
            double upTo = NormalLaw.upTo(((i + 0.5) * step - shift) / sd);
            kernel[STRIDE + i] = upTo - before;
            before = upTo;
        }
        // what the normal law puts below nothing at all belongs to the lowest bin: a landing is
        // never below closed
        kernel[STRIDE] += lowest;
        double[] out = new double[BINS];
        for (int i = 0; i < BINS; i += STRIDE) {
            double m0 = mass[PAD + i];
            double m1 = mass[PAD + i + 1];
            double m2 = mass[PAD + i + 2];
            double m3 = mass[PAD + i + 3];
            if (m0 + m1 + m2 + m3 > 1e-9) {
                int back = STRIDE - i;
                int end = Math.min(BINS, i + last + STRIDE);
                for (int j = i; j < end; j++) {
                    int k = back + j;
                    out[j] +=
                            m0 * kernel[k]
                                    + m1 * kernel[k - 1]
                                    + m2 * kernel[k - 2]
                                    + m3 * kernel[k - 3];
                }
            }
        }
        return out;
    }
}
