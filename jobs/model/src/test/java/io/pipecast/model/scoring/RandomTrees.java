package io.pipecast.model.scoring;

import io.pipecast.model.features.DealFeature;
import java.util.Random;

/** Full trees of depth 3 with random questions. */
final class RandomTrees {
    private static final int INNER = 7;
    private static final int NODES = 15;

    private RandomTrees() {}

    static Trees of(Random random, int count) {
        return of(random, count, DealFeature.COUNT);
    }

    /** Trees that ask for the first features alone. */
    static Trees of(Random random, int count, int features) {
        int[] roots = new int[count];
        short[] feature = new short[count * NODES];
        double[] threshold = new double[count * NODES];
        int[] child = new int[count * NODES];
        for (int tree = 0; tree < count; tree++) {
            roots[tree] = tree * NODES;
            for (int i = 0; i < NODES; i++) {
                int node = tree * NODES + i;
                boolean inner = i < INNER;
                feature[node] = (short) (inner ? random.nextInt(features) : -1);
                threshold[node] = inner ? random.nextInt(9) : random.nextGaussian() / 4;
                child[node] = inner ? tree * NODES + 2 * i + 1 : 0;
            }
        }
        return new Trees(random.nextGaussian() / 4, roots, feature, threshold, child);
    }
}
