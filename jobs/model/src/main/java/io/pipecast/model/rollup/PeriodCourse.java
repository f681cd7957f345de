package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.WinModel;
import java.util.List;
import java.util.function.Supplier;

/**
 * Follows the company's running period from midnight to midnight: what was expected when it began,
 * and what has been won since. It begins anew with every period, and with another model, which has
 * learned from all that was known then. By its midnights alone it is decided, so it is the same in
 * every replay.
 */
public final class PeriodCourse {
    private Start start;
    private Demand demand = Demand.NONE;

    /**
     * Where a course began.
     *
     * @param window index of the period
     * @param sequence of the model in force
     * @param day epoch day
     * @param closed won in the period by then, minor units
     * @param expected of the rest of the period
     * @param variance of that if deals are independent
     */
    private record Start(
            int window, long sequence, int day, long closed, double expected, double variance) {}

    /** What is known at the last midnight followed. */
    public Demand demand() {
        return demand;
    }

    /**
     * Follows the course to a midnight.
     *
     * @param book the settled totals of it
     * @param fresh asked for what is expected of deals not created yet where a course begins
     */
    public Demand follow(ScopeBook book, Supplier<NewBusiness> fresh, AsOf asOf, WinModel model) {
        int window = asOf.current.index();
        var company = new ScopeBook.Scope(Tree.REPORTING, Organization.COMPANY, window);
        if (start == null || start.window != window || start.sequence != model.sequence()) {
            start = start(company, book.total(company), fresh.get(), asOf, model);
        }
        demand = known(book.total(company), asOf, model);
        return demand;
    }

    private static Start start(
            ScopeBook.Scope company, Sums sums, NewBusiness fresh, AsOf asOf, WinModel model) {
        Uncertainty uncertainty = model.uncertainty();
        double open = Remainder.variance(sums.cells, uncertainty.amountVariation());
        return new Start(
                company.window(),
                model.sequence(),
                asOf.day,
                sums.get(Measure.CLOSED),
                sums.get(Measure.FROM_OPEN) + fresh.mean(company),
                open + fresh.variance(company));
    }

    private Demand known(Sums sums, AsOf asOf, WinModel model) {
        PeriodCurve curve = model.curve();
        if (!curve.isKnown() || asOf.day <= start.day) {
            return new Demand(start.window, 1, 1);
        }
        double length = asOf.current.endDay() - asOf.current.startDay();
        double before = curve.at((start.day - asOf.current.startDay()) / length);
        double now = curve.at((asOf.day - asOf.current.startDay()) / length);
        double share = before < 1 ? (now - before) / (1 - before) : 0;
        return Demand.of(
                start.window,
                model.uncertainty(),
                share * start.expected,
                share * start.variance,
                (double) sums.get(Measure.CLOSED) - start.closed);
    }

    /** All that is kept, for state. */
    public List<Long> numbers() {
        return start == null
                ? List.of()
                : List.of(
                        (long) start.window,
                        start.sequence,
                        (long) start.day,
                        start.closed,
                        Double.doubleToLongBits(start.expected),
                        Double.doubleToLongBits(start.variance),
                        (long) demand.window(),
                        Double.doubleToLongBits(demand.factor()),
                        Double.doubleToLongBits(demand.left()));
    }

    /** Takes back what {@link #numbers} gave. */
    public void restore(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        start =
                new Start(
                        Math.toIntExact(numbers.get(0)),
                        numbers.get(1),
                        Math.toIntExact(numbers.get(2)),
                        numbers.get(3),
                        Double.longBitsToDouble(numbers.get(4)),
                        Double.longBitsToDouble(numbers.get(5)));
        demand =
                new Demand(
                        Math.toIntExact(numbers.get(6)),
                        Double.longBitsToDouble(numbers.get(7)),
                        Double.longBitsToDouble(numbers.get(8)));
    }
}
