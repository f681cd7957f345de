package io.pipecast.training.backtest;

import io.pipecast.domain.deal.ForecastCategory;
import java.util.function.IntToDoubleFunction;

/**
 * Base rates of a target by cells of what is seen of a deal. A cell's rate is drawn to the rate of
 * the coarser cell it lies in, and that one to the rate of all, as by {@value #WEIGHT} rows of it.
 */
@SuppressWarnings("EnumOrdinal") // cells of one fit, never stored
final class CellRates {
    private static final double WEIGHT = 20;
    private static final int COARSE = 64;
    private static final int FINE = 16;

    /** Lower ends of the bands of time in stage after the first, business days. */
    private static final double[] EDGES = {1, 2, 4, 7, 10, 15, 25};

    private static final int UNKNOWN_TIME = EDGES.length + 1;

    private CellRates() {}

    /** The cell of a row, 0 or more. */
    private interface Cell {
        int of(Known known, int i);
    }

    /** One rate for all. */
    static IntToDoubleFunction base(Known known) {
        return fit(known, (k, i) -> 0, (k, i) -> 0);
    }

    /** By stage. */
    static IntToDoubleFunction stage(Known known) {
        return fit(known, CellRates::stageOf, (k, i) -> 0);
    }

    /** By stage and time in stage. */
    static IntToDoubleFunction stageTime(Known known) {
        return fit(known, CellRates::stageOf, (k, i) -> band(k.rows().row(i).daysInStage()));
    }

    /** By where the entered close date lies and the entered category. */
    static IntToDoubleFunction entered(Known known) {
        return fit(known, CellRates::dueOf, (k, i) -> categoryOf(k.rows().row(i).category()));
    }

    private static int stageOf(Known known, int i) {
        return Math.max(0, known.rows().row(i).stage());
    }

    /** Band of a number of business days in the stage. */
    private static int band(double days) {
        if (Double.isNaN(days)) {
            return UNKNOWN_TIME;
        }
        int band = 0;
        while (band < EDGES.length && days >= EDGES[band]) {
            band++;
        }
        return band;
    }

    /** Undated, overdue, due within the horizon, or later. */
    private static int dueOf(Known known, int i) {
        long due = known.rows().row(i).closeDay();
        int day = known.rows().day(i);
        if (due == Snapshots.MISSING) {
            return 0;
        }
        if (due < day) {
            return 1;
        }
        long end = known.ends()[i];
        boolean within =
                end == Target.NEVER
                        ? known.settings().calendar().fiscal().at(day).contains(due)
                        : due < known.settings().calendar().days().dayOf(end);
        return within ? 2 : 3;
    }

    private static int categoryOf(ForecastCategory category) {
        return category == null ? 0 : category.ordinal() + 1;
    }

    private static IntToDoubleFunction fit(Known known, Cell coarse, Cell fine) {
        double[] all = new double[2];
        double[][] byCoarse = new double[COARSE][2];
        double[][] byFine = new double[COARSE * FINE][2];
        known.forEach(
                (i, came) -> {
                    int at = coarse.of(known, i);
                    count(all, came);
                    count(byCoarse[at], came);
                    count(byFine[at * FINE + fine.of(known, i)], came);
                });
        double base = all[1] == 0 ? 0.5 : all[0] / all[1];
        return i -> {
            int at = coarse.of(known, i);
            double rate = drawn(byCoarse[at], base);
            return drawn(byFine[at * FINE + fine.of(known, i)], rate);
        };
    }

    private static void count(double[] cell, boolean came) {
        cell[0] += came ? 1 : 0;
        cell[1]++;
    }

    private static double drawn(double[] cell, double to) {
        return (cell[0] + WEIGHT * to) / (cell[1] + WEIGHT);
    }
}
