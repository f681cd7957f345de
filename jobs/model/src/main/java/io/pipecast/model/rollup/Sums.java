package io.pipecast.model.rollup;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An additive vector of integers: measures, and how many open deals of about which amount and
 * chance there are. Adding is exact and independent of order, so totals are the same under any
 * parallelism.
 */
public final class Sums {
    /** Measures by {@link Measure} ordinal. */
    public final long[] values;

    /**
     * Open deals on a grid of amount × chance: cell → {count, sum of expected amounts, sum of
     * chances in millionths}. Cells are narrow (an eighth of a binary order of amount, 1/32 of
     * chance) and carry their sums, so a deal alone in its cell is exact.
     */
    public final TreeMap<Integer, long[]> cells;

    public Sums() {
        this(new long[Measure.COUNT], new TreeMap<>());
    }

    /** Sums over given parts, which are taken, not copied. */
    public Sums(long[] values, TreeMap<Integer, long[]> cells) {
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
            addCell(cell(amount, chanceMicros), sign, sign * amount, (long) sign * chanceMicros);
        }
    }

    /** Adds another vector. */
    public void add(Sums other) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.addExact(values[i], other.values[i]);
        }
        for (Map.Entry<Integer, long[]> e : other.cells.entrySet()) {
            addCell(e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]);
        }
    }

    /** Whether every number is 0. */
    public boolean isZero() {
        for (long value : values) {
            if (value != 0) {
                return false;
            }
        }
        return cells.isEmpty();
    }

    /** An independent copy. */
    public Sums copy() {
        TreeMap<Integer, long[]> copied = new TreeMap<>();
        cells.forEach((cell, sums) -> copied.put(cell, sums.clone()));
        return new Sums(values.clone(), copied);
    }

    private void addCell(int cell, long count, long amount, long chance) {
        long[] sums = cells.get(cell);
        if (sums == null) {
            cells.put(cell, new long[] {count, amount, chance});
            return;
        }
        sums[0] += count;
        sums[1] = Math.addExact(sums[1], amount);
        sums[2] += chance;
        if (sums[0] == 0 && sums[1] == 0 && sums[2] == 0) {
            cells.remove(cell);
        }
    }

    private static int cell(long amount, int chanceMicros) {
        int order = 63 - Long.numberOfLeadingZeros(amount);
        int eighth =
                order >= 3 ? (int) (amount >>> (order - 3)) & 7 : (int) (amount << (3 - order)) & 7;
        return (order * 8 + eighth) * 33 + chanceMicros / 31_250;
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + cells.keySet();
    }
}
