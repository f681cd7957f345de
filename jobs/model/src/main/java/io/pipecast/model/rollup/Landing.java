package io.pipecast.model.rollup;

import io.pipecast.model.closing.Uncertainty;

/**
 * Distribution of a landing: closed + d × S × (won of open deals + won of deals not created yet),
 * with wins independent given S, the company's {@link CommonFactor}, and d what the period's course
 * says of it ({@link Demand}). Amounts in minor units.
 */
public final class Landing {
    /** Halvings of the range a quantile is looked for in, before the last straight line. */
    private static final int HALVINGS = 10;

    private final double closed;
    private final Lattice rest;
    private final CommonFactor factor;
    private final double scale;

    private Landing(double closed, Lattice rest, CommonFactor factor, double scale) {
        this.closed = closed;
        this.rest = rest;
        this.factor = factor;
        this.scale = scale;
    }

    /** Draws landings that share an uncertainty; for one thread at a time. */
    public static final class Law {
        private final Uncertainty uncertainty;
        private final CommonFactor factor;
        private final int running;
        private final CommonFactor ofRunning;
        private final Remainder.Bench bench = new Remainder.Bench();

        /** A law that knows nothing of any period's course. */
        public Law(Uncertainty uncertainty) {
            this(uncertainty, Demand.NONE);
        }

        /** A law; made once per model and course, because its factors take a while. */
        public Law(Uncertainty uncertainty, Demand demand) {
            this.uncertainty = uncertainty;
            this.factor = CommonFactor.of(uncertainty);
            this.running = demand.window();
            this.ofRunning = CommonFactor.of(demand.of(running, uncertainty));
        }

        /**
         * Distribution of a scope and window.
         *
         * @param sums the scope's vector
         * @param newMean expected from deals not created yet
         * @param newVariance variance of a compound Poisson process of them, squared minor units
         */
        public Landing of(Sums sums, double newMean, double newVariance) {
            return of(sums, newMean, newVariance, 0, Window.YEAR, 0);
        }

        /**
         * The same with a part that comes from neither.
         *
         * @param mean expected besides the sums' open deals
         * @param newVariance variance of what of it comes from deals not created yet
         * @param otherVariance variance of the rest of it
         * @param window {@link Window} code
         * @param demand what the course of the running period adds to the mean of all that is to
         *     come, or takes from it
         */
        public Landing of(
                Sums sums,
                double mean,
                double newVariance,
                double otherVariance,
                int window,
                double demand) {
            double variance = newVariance * uncertainty.newDispersion() + otherVariance;
            Lattice rest =
                    Remainder.of(sums.cells, mean, variance, uncertainty.amountVariation(), bench);
            double expected = sums.get(Measure.FROM_OPEN) + mean;
            return new Landing(
                    sums.get(Measure.CLOSED),
                    rest,
                    window == running ? ofRunning : factor,
                    expected > 0 ? Math.max(0, 1 + demand / expected) : 1);
        }
    }

    /** Quantile in minor units, never below closed. */
    public long quantile(double q) {
        double amount = factor == null ? rest.quantile(q) : search(q);
        return Math.round(closed + scale * Math.max(0, amount));
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
        if (amount <= closed) {
            return 1;
        }
        if (scale == 0) {
            return 0;
        }
        double missing = (amount - closed) / scale;
        double below = factor == null ? rest.upTo(missing) : factor.upTo(rest, missing);
        return Math.min(1, Math.max(0, 1 - below));
    }
}
