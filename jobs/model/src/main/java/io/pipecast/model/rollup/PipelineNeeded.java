package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;

/**
 * How much open pipeline dated in a period makes the chance to reach its quota one half: what is
 * open, more or less what the median lacks, at the rate at which pipeline is still won.
 */
final class PipelineNeeded {
    /** Share of open pipeline still won below which no amount of it is said to be enough. */
    private static final double LEAST_CONVERSION = 0.005;

    private PipelineNeeded() {}

    /**
     * Minor units, at least 0; {@link Quantity#MISSING} when hardly anything is won any more.
     *
     * @param values of the scope by quantity, with its open amount and median
     */
    static long of(long[] values, long quota, ScopeBook book, ScopeBook.Scope scope) {
        double conversion = conversion(book, scope);
        if (!(conversion > LEAST_CONVERSION)) {
            return Quantity.MISSING;
        }
        double lacking = quota - values[Quantity.MODEL_P50.ordinal()];
        double needed = values[Quantity.OPEN_AMOUNT.ordinal()] + lacking / conversion;
        return Math.max(0, Math.round(needed));
    }

    /**
     * Share of the company's open pipeline dated in the window that is expected to be won in it: of
     * one node it would be the luck of a few deals. Not a number where nothing is open.
     */
    private static double conversion(ScopeBook book, ScopeBook.Scope scope) {
        Sums company =
                book.total(new ScopeBook.Scope(scope.tree(), Organization.COMPANY, scope.window()));
        long dated =
                company.get(Measure.FROM_OPEN)
                        - company.get(Measure.FROM_OVERDUE)
                        - company.get(Measure.FROM_LATER)
                        - company.get(Measure.FROM_UNDATED);
        return (double) dated / company.get(Measure.OPEN_AMOUNT);
    }
}
