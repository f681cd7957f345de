package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;

/**
 * How much open pipeline dated in a period makes the chance to reach its quota one half: what is
 * open, more or less what the median lacks, at the rate at which pipeline is still won.
 */
public final class PipelineNeeded {
    /** Share of open pipeline still won below which no amount of it is said to be enough. */
    private static final double LEAST_CONVERSION = 0.005;

    /**
     * The share is taken in steps of two per cent of itself: every node's number depends on it, and
     * not every event anywhere is to change the rows of all nodes.
     */
    private static final double STEP = 0.02;

    private static final long HARDLY_ANY = Long.MIN_VALUE;

    private PipelineNeeded() {}

    /**
     * Minor units, at least 0; {@link Quantity#MISSING} when hardly anything is won any more.
     *
     * @param values of the scope by quantity, with its open amount and median
     */
    static long of(long[] values, long quota, ScopeBook book, ScopeBook.Scope scope) {
        long step = conversion(book, scope);
        if (step == HARDLY_ANY) {
            return Quantity.MISSING;
        }
        double conversion = Math.exp(step * STEP);
        double lacking = quota - values[Quantity.MODEL_P50.ordinal()];
        double needed = values[Quantity.OPEN_AMOUNT.ordinal()] + lacking / conversion;
        return Math.max(0, Math.round(needed));
    }

    /**
     * Share of the company's open pipeline dated in the window that is expected to be won in it, as
     * a number of steps: of one node it would be the luck of a few deals. Where it is another one
     * than before, the rows of all nodes of the window are.
     */
    public static long conversion(ScopeBook book, ScopeBook.Scope scope) {
        Sums company =
                book.total(new ScopeBook.Scope(scope.tree(), Organization.COMPANY, scope.window()));
        long dated =
                company.get(Measure.FROM_OPEN)
                        - company.get(Measure.FROM_OVERDUE)
                        - company.get(Measure.FROM_LATER)
                        - company.get(Measure.FROM_UNDATED);
        long open = company.get(Measure.FROM_OPEN);
        double demand = open > 0 ? 1 + (double) company.get(Measure.FROM_DEMAND) / open : 1;
        double share = demand * dated / company.get(Measure.OPEN_AMOUNT);
        return share > LEAST_CONVERSION ? Math.round(Math.log(share) / STEP) : HARDLY_ANY;
    }
}
