package io.pipecast.training.smile;

import io.pipecast.model.scoring.Trees;
import java.util.Arrays;
import java.util.stream.IntStream;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.OrdinalNode;
import smile.base.cart.RegressionNode;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import smile.regression.RegressionTree;

/** Gradient boosted trees by Smile, brought into the form that scores quickly. */
public final class BoostedFit {
    private static final String CLASS = "y";
    private static final long SEED = 20_111_001;

    private BoostedFit() {}

    /**
     * How trees are grown.
     *
     * @param trees number
     * @param depth most nodes from root to leaf
     * @param leaves most leaves of a tree
     * @param leastRows rows a leaf must have at least
     * @param shrinkage of each tree
     * @param share of the rows each tree sees
     */
    public record Growth(
            int trees, int depth, int leaves, int leastRows, double shrinkage, double share) {}

    /**
     * Trees whose sum is the logarithm of the odds of y = 1.
     *
     * @param x rows of features, all finite
     * @param y 0 or 1, both present
     */
    public static Trees of(double[][] x, int[] y, Growth growth) {
        return trees(smile(x, y, growth), x[0], growth);
    }

    /** The same as Smile has it. */
    public static GradientTreeBoost smile(double[][] x, int[] y, Growth growth) {
        DataFrame data = frame(x).merge(IntVector.of(CLASS, y));
        return OneCore.call(
                () -> {
                    MathEx.setSeed(SEED);
                    return GradientTreeBoost.fit(
                            Formula.lhs(CLASS),
                            data,
                            growth.trees,
                            growth.depth,
                            growth.leaves,
                            growth.leastRows,
                            growth.shrinkage,
                            growth.share);
                });
    }

    /** Rows as Smile takes them, columns x0, x1, … */
    public static DataFrame frame(double[][] x) {
        return DataFrame.of(
                x, IntStream.range(0, x[0].length).mapToObj(j -> "x" + j).toArray(String[]::new));
    }

    /** The trees of a model; {@code probe} is any row, for what Smile only tells by predicting. */
    public static Trees trees(GradientTreeBoost model, double[] probe, Growth growth) {
        Flat flat = new Flat(model.trees()[0].schema(), growth.shrinkage);
        int[] roots = new int[model.trees().length];
        double sum = 0;
        Tuple row = Tuple.of(probe, flat.schema);
        for (int i = 0; i < roots.length; i++) {
            RegressionTree tree = model.trees()[i];
            roots[i] = flat.add(tree.root());
            sum += growth.shrinkage * tree.predict(row);
        }
        double[] posteriori = new double[2];
        model.predict(
                Tuple.of(
                        Arrays.copyOf(probe, probe.length + 1),
                        DataFrame.of(
                                        new double[][] {Arrays.copyOf(probe, probe.length + 1)},
                                        names(probe.length))
                                .schema()),
                posteriori);
        double odds = Math.log(posteriori[1] / posteriori[0]);
        return flat.trees(odds - 2 * sum, roots);
    }

    private static String[] names(int features) {
        return IntStream.rangeClosed(0, features)
                .mapToObj(j -> j == features ? CLASS : "x" + j)
                .toArray(String[]::new);
    }

    /** Nodes of trees one after another. Smile's sum is half the logarithm of the odds. */
    private static final class Flat {
        final StructType schema;
        private final double scale;
        private short[] feature = new short[1024];
        private double[] threshold = new double[1024];
        private int[] child = new int[1024];
        private int size;

        Flat(StructType schema, double shrinkage) {
            this.schema = schema;
            this.scale = 2 * shrinkage;
        }

        int add(Node root) {
            int at = room(1);
            fill(at, root);
            return at;
        }

        private int room(int nodes) {
            if (size + nodes > feature.length) {
                feature = Arrays.copyOf(feature, 2 * feature.length);
                threshold = Arrays.copyOf(threshold, feature.length);
                child = Arrays.copyOf(child, feature.length);
            }
            size += nodes;
            return size - nodes;
        }

        private void fill(int at, Node node) {
            if (node instanceof RegressionNode leaf) {
                feature[at] = -1;
                threshold[at] = scale * leaf.output();
                return;
            }
            InternalNode inner = (InternalNode) node;
            int children = room(2);
            feature[at] = (short) inner.feature();
            threshold[at] = edge((OrdinalNode) inner);
            child[at] = children;
            fill(children, inner.trueChild());
            fill(children + 1, inner.falseChild());
        }

        /**
         * The largest value that still goes the true way, found by halving the ordered doubles:
         * Smile shows a node's edge to nobody.
         */
        private double edge(OrdinalNode node) {
            double[] row = new double[schema.length()];
            long low = order(-Double.MAX_VALUE);
            long high = order(Double.MAX_VALUE);
            while (low < high) {
                long middle = low + ((high - low) >>> 1) + ((high - low) & 1);
                row[node.feature()] = value(middle);
                if (node.branch(Tuple.of(row, schema))) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return value(low);
        }

        private static long order(double value) {
            long bits = Double.doubleToRawLongBits(value);
            return bits >= 0 ? bits : Long.MIN_VALUE - bits;
        }

        private static double value(long order) {
            return Double.longBitsToDouble(order >= 0 ? order : Long.MIN_VALUE - order);
        }

        Trees trees(double intercept, int[] roots) {
            return new Trees(
                    intercept,
                    roots,
                    Arrays.copyOf(feature, size),
                    Arrays.copyOf(threshold, size),
                    Arrays.copyOf(child, size));
        }
    }
}
