package io.pipecast.model.rollup;

import java.util.Arrays;

/**
 * An additive vector of integers: measures, and how many open deals of about which amount and
 * chance there are. Adding is exact and independent of order, so totals are the same under any
 * parallelism.
 */
public final class Sums {
    /** Measures by {@link Measure} ordinal. */
    public final long[] values;

    /**
     * Open deals on a grid of amount × chance. Cells are narrow (an eighth of a binary order of
     * amount, 1/32 of chance) and carry their sums, so a deal alone in its cell is exact.
     */
    public final CellGrid cells;

    public Sums() {
        this(new long[Measure.COUNT], new CellGrid());
    }

    /** Sums over given parts, which are taken, not copied. */
    public Sums(long[] values, CellGrid cells) {
        this.values = values;
        this.cells = cells;
    }

    /** Value of a measure. */
    public long get(Measure measure) {
        return values[measure.ordinal()];
    }

    /** Adds to a measure; throws on overflow rather than wrapping. */
    public void add(Measure measure, long delta) {
        values[measure.ordinal()] = Math.addExact(values[measure.ordinal()], delta);
    }

    /**
     * Adds (sign 1) or takes back (sign −1) one open deal expected at an amount with a chance in
     * millionths.
     */
    public void addDeal(long amount, int chanceMicros, int sign) {
        if (amount > 0 && chanceMicros > 0) {
            cells.add(cell(amount, chanceMicros), sign, sign * amount, (long) sign * chanceMicros);
        }
    }

    /** Adds another vector (sign 1) or takes it back (sign −1). */
    public void add(Sums other, int sign) {
        for (int i = 0; i < values.length; i++) {
            if (other.values[i] != 0) {
                values[i] = Math.addExact(values[i], sign * other.values[i]);
            }
        }
        cells.add(other.cells, sign);
    }

    /** Whether every number is 0. */
    public boolean isZero() {
        for (long value : values) {
            if (value != 0) {
                return false;
            }
        }
        return cells.size() == 0;
    }

    /** An independent copy. */
    public Sums copy() {
        return new Sums(values.clone(), cells.copy());
    }

    private static int cell(long amount, int chanceMicros) {
        int order = 63 - Long.numberOfLeadingZeros(amount);
        int eighth =
                order >= 3 ? (int) (amount >>> (order - 3)) & 7 : (int) (amount << (3 - order)) & 7;
        return (order * 8 + eighth) * 33 + chanceMicros / 31_250;
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + " in " + cells.size() + " cells";
    }
}
