package io.pipecast.model.scoring;

/**
 * Splits the difference of a sum of trees between two deals into parts of the features: Shapley
 * values of the game in which each feature takes the one deal's value or the other's
 * ("interventional" values of Lundberg and others 2020, with a single deal to compare with). A leaf
 * reached with a features taken from the deal and b from the other gives each of the former (a −
 * 1)! b! ÷ (a + b)! of its value, and takes a! (b − 1)! ÷ (a + b)! from each of the latter. Only
 * branches on which the two differ are walked twice.
 */
final class TreeShares {
    /** Features a path can ask for: more than any tree has levels. */
    private static final int DEEPEST = 64;

    private final Trees trees;
    private final double[] deal;
    private final double[] other;
    private final double scale;
    private final double[] parts;

    /** Features on the way down that the two disagree about, and whose value was taken. */
    private final int[] onPath = new int[DEEPEST];

    private final boolean[] ofDeal = new boolean[DEEPEST];
    private int length;
    private int fromDeal;

    TreeShares(Trees trees, double[] deal, double[] other, double scale, double[] parts) {
        this.trees = trees;
        this.deal = deal;
        this.other = other;
        this.scale = scale;
        this.parts = parts;
    }

    /** Adds the parts of all trees, each times the scale. */
    void add() {
        for (int root : trees.roots()) {
            walk(root);
        }
    }

    private void walk(int node) {
        int feature = trees.feature()[node];
        if (feature < 0) {
            leaf(scale * trees.threshold()[node]);
            return;
        }
        int mine = next(node, deal[feature]);
        int theirs = next(node, other[feature]);
        if (mine == theirs) {
            walk(mine);
            return;
        }
        int known = find(feature);
        if (known >= 0) {
            walk(ofDeal[known] ? mine : theirs);
            return;
        }
        take(feature, true, mine);
        take(feature, false, theirs);
    }

    private void take(int feature, boolean isDeals, int child) {
        onPath[length] = feature;
        ofDeal[length++] = isDeals;
        fromDeal += isDeals ? 1 : 0;
        walk(child);
        fromDeal -= isDeals ? 1 : 0;
        length--;
    }

    private int next(int node, double value) {
        return value <= trees.threshold()[node] ? trees.child()[node] : trees.child()[node] + 1;
    }

    private int find(int feature) {
        for (int i = 0; i < length; i++) {
            if (onPath[i] == feature) {
                return i;
            }
        }
        return -1;
    }

    private void leaf(double value) {
        int b = length - fromDeal;
        double ways = ways(fromDeal, b);
        for (int i = 0; i < length; i++) {
            // (a − 1)! b! ÷ (a + b)! = 1 ÷ (a × ways), alike for the other
            parts[onPath[i]] += ofDeal[i] ? value / (fromDeal * ways) : -value / (b * ways);
        }
    }

    /** (a + b)! ÷ (a! b!). */
    private static double ways(int a, int b) {
        double ways = 1;
        for (int i = 1; i <= a; i++) {
            ways = ways * (b + i) / i;
        }
        return ways;
    }
}
