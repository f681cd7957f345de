package io.pipecast.model.rollup;

import io.pipecast.model.closing.Uncertainty;

/**
 * Distribution of a landing: closed + S × (won of open deals + won of deals not created yet), with
 * wins independent given S, the company's {@link CommonFactor}. Amounts in minor units.
 */
public final class Landing {
    /** Halvings of the range a quantile is looked for in, before the last straight line. */
    private static final int HALVINGS = 10;

    private final double closed;
    private final Lattice rest;
    private final CommonFactor factor;

    private Landing(double closed, Lattice rest, CommonFactor factor) {
        this.closed = closed;
        this.rest = rest;
        this.factor = factor;
    }

    /** Draws landings that share an uncertainty; for one thread at a time. */
    public static final class Law {
        private final Uncertainty uncertainty;
        private final CommonFactor factor;
        private final Remainder.Bench bench = new Remainder.Bench();

        /** A law; made once per model, because its factor takes a while. */
        public Law(Uncertainty uncertainty) {
            this.uncertainty = uncertainty;
            this.factor = CommonFactor.of(uncertainty);
        }

        /**
         * Distribution of a scope and window.
         *
         * @param sums the scope's vector
         * @param newMean expected from deals not created yet
         * @param newVariance variance of a compound Poisson process of them, squared minor units
         */
        public Landing of(Sums sums, double newMean, double newVariance) {
            return of(sums, newMean, newVariance, 0);
        }

        /**
         * The same with a part that comes from neither.
         *
         * @param mean expected besides the sums' open deals
         * @param newVariance variance of what of it comes from deals not created yet
         * @param otherVariance variance of the rest of it
         */
        public Landing of(Sums sums, double mean, double newVariance, double otherVariance) {
            double variance = newVariance * uncertainty.newDispersion() + otherVariance;
            Lattice rest =
                    Remainder.of(sums.cells, mean, variance, uncertainty.amountVariation(), bench);
            return new Landing(sums.get(Measure.CLOSED), rest, factor);
        }
    }

    /** Quantile in minor units, never below closed. */
    public long quantile(double q) {
        double amount = factor == null ? rest.quantile(q) : search(q);
        return Math.round(closed + Math.max(0, amount));
    }

    /** By halving one range for all probabilities, so that quantiles are in order. */
    private double search(double q) {
        if (rest.upTo(0) >= q) {
            return 0;
        }
        double low = 0;
        double high = rest.top() * factor.largest();
        double belowLow = rest.upTo(0);
        double belowHigh = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double below = factor.upTo(rest, middle);
            if (below < q) {
                low = middle;
                belowLow = below;
            } else {
                high = middle;
                belowHigh = below;
            }
        }
        double part = belowHigh > belowLow ? (q - belowLow) / (belowHigh - belowLow) : 1;
        return low + part * (high - low);
    }

    /** Chance that the landing is at least an amount, 0–1. */
    public double reach(double amount) {
        double missing = amount - closed;
        if (missing <= 0) {
            return 1;
        }
        double below = factor == null ? rest.upTo(missing) : factor.upTo(rest, missing);
        return Math.min(1, Math.max(0, 1 - below));
    }
}
