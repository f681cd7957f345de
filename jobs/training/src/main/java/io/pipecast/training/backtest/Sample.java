package io.pipecast.training.backtest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Rows that are judged together: which, of which deals, what became of them, and what each
 * forecaster stated of them.
 *
 * @param rows indexes into the snapshots
 * @param dealOf number of each row's deal, from 0, among the deals of the sample
 * @param deals number of deals
 * @param came what became of each row
 * @param stated by forecaster and row
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record Sample(int[] rows, int[] dealOf, int deals, boolean[] came, double[][] stated) {
    /** A sample of rows with what was stated of them. */
    static Sample of(Snapshots snapshots, int[] rows, boolean[] came, double[][] stated) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] dealOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            dealOf[i] = numbers.computeIfAbsent(snapshots.dealOf(rows[i]), deal -> numbers.size());
        }
        return new Sample(rows, dealOf, numbers.size(), came, stated);
    }

    /** Number of rows. */
    int size() {
        return rows.length;
    }

    /** Share of the rows that came true; NaN for none. */
    double base() {
        int hits = 0;
        for (boolean hit : came) {
            hits += hit ? 1 : 0;
        }
        return (double) hits / came.length;
    }

    /** Mean of what a forecaster stated; NaN for none. */
    double mean(int forecaster) {
        return Arrays.stream(stated[forecaster]).average().orElse(Double.NaN);
    }

    /** The part whose positions in this sample are kept. */
    Sample where(Snapshots snapshots, IntPredicate keep) {
        int[] kept = java.util.stream.IntStream.range(0, rows.length).filter(keep).toArray();
        int[] part = new int[kept.length];
        boolean[] outcomes = new boolean[kept.length];
        double[][] said = new double[stated.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            part[i] = rows[kept[i]];
            outcomes[i] = came[kept[i]];
            for (int f = 0; f < stated.length; f++) {
                said[f][i] = stated[f][kept[i]];
            }
        }
        return of(snapshots, part, outcomes, said);
    }

    /** Draws of its deals. */
    Resampling resampling(int draws, long seed) {
        return new Resampling(dealOf, deals, came, draws, seed);
    }
}
