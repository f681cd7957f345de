package io.pipecast.model.rollup;

/**
 * The law of an amount on a lattice: masses at equally spaced points, the first of them a point,
 * because it is often "nothing", the others spread over their bins. Amounts in minor units.
 */
final class Lattice {
    /** A bin with more than this share is a point: one large deal won, or nothing won. */
    private static final double POINT = 0.2;

    private final double origin;
    private final double step;
    private final double perStep;
    private final double[] mass;
    private final double[] upTo;

    /** Made when it is asked for: without a common factor nobody does. */
    private double[] integral;

    /**
     * A law.
     *
     * @param origin amount of the first mass
     * @param step between masses
     * @param mass at least one above 0; need not sum to 1
     */
    Lattice(double origin, double step, double[] mass) {
        this.origin = origin;
        this.step = step;
        this.perStep = 1 / step;
        this.mass = mass;
        this.upTo = new double[mass.length + 1];
        double total = 0;
        for (double m : mass) {
            total += m;
        }
        for (int i = 0; i < mass.length; i++) {
            upTo[i + 1] = upTo[i] + mass[i] / total;
        }
    }

    /** Largest amount. */
    double top() {
        return origin + (mass.length - 0.5) * step;
    }

    /** Distribution function. */
    double upTo(double x) {
        double at = (x - origin) * perStep + 0.5;
        if (at < 1) {
            return at < 0.5 ? 0 : upTo[1];
        }
        if (at >= mass.length) {
            return 1;
        }
        int bin = (int) at;
        return upTo[bin] + (at - bin) * (upTo[bin + 1] - upTo[bin]);
    }

    private void integrate() {
        integral = new double[mass.length + 1];
        for (int i = 0; i < mass.length; i++) {
            integral[i + 1] = integral[i] + (upTo[i] + upTo[i + 1]) / 2 * step;
        }
    }

    /** Integral of the distribution function up to an amount. */
    double integral(double x) {
        if (integral == null) {
            integrate();
        }
        double at = (x - origin) * perStep + 0.5;
        if (at < 1) {
            return Math.max(0, at - 0.5) * step * upTo[1];
        }
        if (at >= mass.length) {
            return integral[mass.length] + (at - mass.length) * step;
        }
        int bin = (int) at;
        double part = at - bin;
        double here = upTo[bin] + part * (upTo[bin + 1] - upTo[bin]);
        return integral[bin] + (upTo[bin] + here) / 2 * part * step;
    }

    /** Quantile; of a point, the point itself. */
    double quantile(double q) {
        for (int i = 0; i < mass.length; i++) {
            if (upTo[i + 1] >= q && mass[i] > 0) {
                double share = upTo[i + 1] - upTo[i];
                double inside = share > POINT ? 0 : (q - upTo[i]) / share - 0.5;
                return origin + (i + inside) * step;
            }
        }
        return origin + (mass.length - 1) * step;
    }
}
