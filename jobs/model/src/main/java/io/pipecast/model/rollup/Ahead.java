package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Tree;
import io.pipecast.model.features.AsOf;

/**
 * The windows beyond the next period: three more periods and the fiscal year. They are forecast for
 * the company and what is right below it. What open deals bring after the next period is counted in
 * the one after that: hardly any deal lives longer, and those that do have no better date.
 */
public final class Ahead {
    /** Levels of a tree below the root for which these windows are forecast. */
    private static final int DEEPEST = 1;

    private Ahead() {}

    /**
     * What a landing in a window is made of besides new business.
     *
     * @param sums closed and open deals
     * @param beyond expected of open deals that the sums do not hold, minor units
     * @param beyondVariance its variance
     */
    record Parts(Sums sums, long beyond, double beyondVariance) {}

    /** Codes of the windows. */
    public static int[] windows(AsOf asOf) {
        int next = asOf.next.index();
        return new int[] {next + 1, next + 2, next + 3, Window.YEAR};
    }

    /** Whether a window lies beyond the next period. */
    public static boolean isAhead(int window, AsOf asOf) {
        return window == Window.YEAR || window > asOf.next.index();
    }

    /** Whether these windows are forecast for a node. */
    public static boolean isFor(OrgChart chart, Tree tree, String node) {
        return chart.nodes(tree).get(node).level() <= DEEPEST;
    }

    /** What a scope's landing is made of; of a window that is not ahead, its own total. */
    static Parts parts(ScopeBook book, ScopeBook.Scope scope, AsOf asOf) {
        int window = scope.window();
        int afterNext = asOf.next.index() + 1;
        boolean takesBeyond =
                window == afterNext
                        || window == Window.YEAR && Window.lastOfYear(asOf) >= afterNext;
        Sums sums = window == Window.YEAR ? year(book, scope, asOf) : book.total(scope);
        if (!takesBeyond) {
            return new Parts(sums, 0, 0);
        }
        Sums next = total(book, scope, asOf.next.index());
        long beyond = next.get(Measure.BEYOND);
        return new Parts(sums, beyond, beyond * amountWon(next));
    }

    /** The year so far and the current and the next period, as far as they belong to it. */
    private static Sums year(ScopeBook book, ScopeBook.Scope scope, AsOf asOf) {
        Sums year = new Sums();
        int last = Math.min(asOf.next.index(), Window.lastOfYear(asOf));
        for (int window = Window.firstOfYear(asOf); window <= last; window++) {
            year.add(total(book, scope, window), 1);
        }
        return year;
    }

    private static Sums total(ScopeBook book, ScopeBook.Scope scope, int window) {
        return book.total(scope.of(window));
    }

    /** Mean amount of a win, each weighted by itself: variance ÷ mean of rare independent wins. */
    private static double amountWon(Sums sums) {
        double[] moments = new double[2];
        sums.cells.forEach(
                (cell, count, amount, chance) -> {
                    double won = (double) amount / count * chance / 1e6;
                    moments[0] += won;
                    moments[1] += won * amount / count;
                });
        return moments[0] > 0 ? moments[1] / moments[0] : 0;
    }
}
