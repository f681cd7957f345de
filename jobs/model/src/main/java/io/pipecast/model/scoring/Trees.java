package io.pipecast.model.scoring;

/**
 * A sum of regression trees in flat arrays. Node i asks whether its feature is ≤ its threshold and
 * goes on at {@code child[i]}, else at {@code child[i] + 1}; a leaf has feature −1 and its value in
 * {@code threshold}. Immutable.
 *
 * @param intercept added to the sum
 * @param roots first node of each tree
 * @param feature feature asked for, by {@link io.pipecast.model.features.DealFeature} ordinal
 * @param threshold by node
 * @param child by node, greater than the node's own index
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record Trees(
        double intercept, int[] roots, short[] feature, double[] threshold, int[] child) {
    /**
     * Checks that every walk ends.
     *
     * @throws IllegalArgumentException naming the node that leads nowhere
     */
    public Trees {
        int n = feature.length;
        if (threshold.length != n || child.length != n) {
            throw new IllegalArgumentException(
                    "trees must have a threshold and a child for each of "
                            + n
                            + " nodes, had "
                            + threshold.length
                            + " and "
                            + child.length);
        }
        for (int root : roots) {
            if (root < 0 || root >= n) {
                throw new IllegalArgumentException("a root must be a node, was " + root);
            }
        }
        for (int i = 0; i < n; i++) {
            boolean leaf = feature[i] < 0;
            if (!leaf && (child[i] <= i || child[i] + 1 >= n)) {
                throw new IllegalArgumentException(
                        "the child of node " + i + " must be a later node, was " + child[i]);
            }
        }
    }

    /** The sum for a deal's features. */
    public double sum(double[] features) {
        double sum = intercept;
        for (int root : roots) {
            int node = root;
            int f = feature[node];
            while (f >= 0) {
                node = features[f] <= threshold[node] ? child[node] : child[node] + 1;
                f = feature[node];
            }
            sum += threshold[node];
        }
        return sum;
    }
}
