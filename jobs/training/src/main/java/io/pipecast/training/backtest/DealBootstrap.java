package io.pipecast.training.backtest;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;

/**
 * How sure a difference between two forecasts is, by drawing deals with replacement: the rows of a
 * deal are not independent, so rows are never drawn singly.
 */
public final class DealBootstrap {
    private final int[][] rowsOfDeal;
    private final boolean[] outcomes;
    private final double[] first;
    private final double[] second;

    /**
     * A bootstrap of two forecasts of the same rows.
     *
     * @param dealOf deal of each row, 0 to {@code deals} − 1
     */
    public DealBootstrap(
            int[] dealOf, int deals, boolean[] outcomes, double[] first, double[] second) {
        int[] sizes = new int[deals];
        for (int deal : dealOf) {
            sizes[deal]++;
        }
        this.rowsOfDeal = new int[deals][];
        Arrays.setAll(rowsOfDeal, deal -> new int[sizes[deal]]);
        for (int row = 0; row < dealOf.length; row++) {
            rowsOfDeal[dealOf[row]][--sizes[dealOf[row]]] = row;
        }
        this.outcomes = outcomes;
        this.first = first;
        this.second = second;
    }

    /** The middle 95 % of the drawn differences. */
    public record Interval(double low, double high) {}

    /** Interval of score(first) − score(second). The draws are the same on every call. */
    public Interval interval(int draws, ToDoubleBiFunction<double[], boolean[]> score) {
        Random random = new Random(1);
        double[] differences = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            int[] rows = drawn(random);
            boolean[] came = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                came[i] = outcomes[rows[i]];
            }
            differences[draw] =
                    score.applyAsDouble(pick(first, rows), came)
                            - score.applyAsDouble(pick(second, rows), came);
        }
        Arrays.sort(differences);
        return new Interval(
                differences[(int) (0.025 * (draws - 1))], differences[(int) (0.975 * (draws - 1))]);
    }

    private int[] drawn(Random random) {
        int[][] picked = new int[rowsOfDeal.length][];
        int total = 0;
        for (int i = 0; i < picked.length; i++) {
            picked[i] = rowsOfDeal[random.nextInt(rowsOfDeal.length)];
            total += picked[i].length;
        }
        int[] rows = new int[total];
        int at = 0;
        for (int[] deal : picked) {
            System.arraycopy(deal, 0, rows, at, deal.length);
            at += deal.length;
        }
        return rows;
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        Arrays.setAll(picked, i -> values[rows[i]]);
        return picked;
    }
}
