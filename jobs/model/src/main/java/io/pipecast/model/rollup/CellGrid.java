package io.pipecast.model.rollup;

import java.util.Arrays;

/**
 * How many open deals of about which amount and chance there are: cell → count, sum of expected
 * amounts, sum of chances. An open-addressing table of longs, because totals are added up all day
 * long. Adding is exact and independent of order.
 */
public final class CellGrid {
    private static final int PARTS = 3;
    private static final int EMPTY = -1;

    private int[] cells;
    private long[] parts;
    private int filled;

    public CellGrid() {
        cells = new int[0];
        parts = new long[0];
    }

    private CellGrid(CellGrid other) {
        cells = other.cells.clone();
        parts = other.parts.clone();
        filled = other.filled;
    }

    /** Receives the cells that hold anything. */
    public interface Visitor {
        /**
         * One cell: number, count of deals, sum of amounts in minor units, sum of chances in
         * millionths.
         */
        void cell(int cell, long count, long amount, long chance);
    }

    /** Adds to a cell. */
    public void add(int cell, long count, long amount, long chance) {
        if ((filled + 1) * 2 > cells.length) {
            grow();
        }
        int slot = slot(cell);
        if (cells[slot] == EMPTY) {
            cells[slot] = cell;
            filled++;
        }
        int at = slot * PARTS;
        parts[at] += count;
        // at most 10^13 a deal and far fewer than 900,000 deals a cell: no overflow
        parts[at + 1] += amount;
        parts[at + 2] += chance;
    }

    /** Adds all cells of another grid (sign 1) or takes them back (sign −1). */
    public void add(CellGrid other, int sign) {
        for (int slot = 0; slot < other.cells.length; slot++) {
            if (other.cells[slot] != EMPTY && other.holds(slot)) {
                int at = slot * PARTS;
                add(
                        other.cells[slot],
                        sign * other.parts[at],
                        sign * other.parts[at + 1],
                        sign * other.parts[at + 2]);
            }
        }
    }

    /** Visits the cells that hold anything, in no particular order. */
    public void forEach(Visitor visitor) {
        for (int slot = 0; slot < cells.length; slot++) {
            if (cells[slot] != EMPTY && holds(slot)) {
                int at = slot * PARTS;
                visitor.cell(cells[slot], parts[at], parts[at + 1], parts[at + 2]);
            }
        }
    }

    /** Number of cells that hold anything. */
    public int size() {
        int size = 0;
        for (int slot = 0; slot < cells.length; slot++) {
            size += cells[slot] != EMPTY && holds(slot) ? 1 : 0;
        }
        return size;
    }

    /** An independent copy. */
    public CellGrid copy() {
        return new CellGrid(this);
    }

    private boolean holds(int slot) {
        int at = slot * PARTS;
        return (parts[at] | parts[at + 1] | parts[at + 2]) != 0;
    }

    private int slot(int cell) {
        int mask = cells.length - 1;
        int slot = (cell * 0x9E3779B9) >>> 7 & mask;
        while (cells[slot] != EMPTY && cells[slot] != cell) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Makes room; cells that came back to nothing are left behind. */
    private void grow() {
        int[] oldCells = cells;
        long[] oldParts = parts;
        int size = Integer.highestOneBit(Math.max(4, size())) * 4;
        cells = new int[size];
        parts = new long[size * PARTS];
        Arrays.fill(cells, EMPTY);
        filled = 0;
        for (int slot = 0; slot < oldCells.length; slot++) {
            int at = slot * PARTS;
            if (oldCells[slot] != EMPTY
                    && (oldParts[at] | oldParts[at + 1] | oldParts[at + 2]) != 0) {
                add(oldCells[slot], oldParts[at], oldParts[at + 1], oldParts[at + 2]);
            }
        }
    }
}
