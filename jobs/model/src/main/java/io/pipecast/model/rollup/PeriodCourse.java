package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.WinModel;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Follows the company's running period from midnight to midnight: what was expected to be won by
 * now, and what has been. Each stretch counts by what the model in force at its start expected;
 * another model begins another stretch, another period begins anew, and under a model that does not
 * know when things are won nothing is followed. By its midnights alone it is decided, so it is the
 * same in every replay.
 */
public final class PeriodCourse {
    private Stretch stretch;
    private Demand demand = Demand.NONE;

    /**
     * What one model says from one midnight on.
     *
     * @param window index of the period
     * @param sequence of the model
     * @param day epoch day
     * @param closed what counted as won when the period's first stretch began, minor units
     * @param before what was expected of the stretches before
     * @param rest expected of the rest of the period
     */
    private record Stretch(
            int window, long sequence, int day, long closed, Expected before, Expected rest) {}

    /** Expected wins, minor units, and their variance if deals are independent. */
    private record Expected(double mean, double variance) {
        private static final Expected NOTHING = new Expected(0, 0);

        Expected and(double share, Expected more) {
            return new Expected(mean + share * more.mean, variance + share * more.variance);
        }
    }

    /** What is known at the last midnight followed. */
    public Demand demand() {
        return demand;
    }

    /**
     * Follows the course to a midnight.
     *
     * @param book the settled totals of it
     * @param fresh asked for what is expected of deals not created yet where a stretch begins
     */
    public Demand follow(ScopeBook book, Supplier<NewBusiness> fresh, AsOf asOf, WinModel model) {
        int window = asOf.current.index();
        if (!model.curve().isKnown()) {
            stretch = null;
            demand = Demand.NONE;
            return demand;
        }
        var company = new ScopeBook.Scope(Tree.REPORTING, Organization.COMPANY, window);
        Sums sums = book.total(company);
        if (stretch == null || stretch.window != window) {
            long closed = sums.get(Measure.CLOSED);
            stretch = begin(company, sums, fresh, asOf, model, closed, Expected.NOTHING);
        } else if (stretch.sequence != model.sequence()) {
            Expected until = expected(asOf, model.curve());
            stretch = begin(company, sums, fresh, asOf, model, stretch.closed, until);
        }
        Expected now = expected(asOf, model.curve());
        double won = (double) sums.get(Measure.CLOSED) - stretch.closed;
        demand = Demand.of(window, model.uncertainty(), now.mean, now.variance, won);
        return demand;
    }

    private static Stretch begin(
            ScopeBook.Scope company,
            Sums sums,
            Supplier<NewBusiness> fresh,
            AsOf asOf,
            WinModel model,
            long closed,
            Expected before) {
        NewBusiness business = fresh.get();
        // new business varies more than a Poisson process by what all deals share: that is looked
        // for here, so it is no noise
        Expected rest =
                new Expected(
                        sums.get(Measure.FROM_OPEN) + business.mean(company),
                        Remainder.variance(sums.cells, model.uncertainty().amountVariation())
                                + business.variance(company));
        return new Stretch(company.window(), model.sequence(), asOf.day, closed, before, rest);
    }

    /** Expected from the period's first stretch to an instant. */
    private Expected expected(AsOf asOf, PeriodCurve curve) {
        double length = asOf.current.endDay() - asOf.current.startDay();
        double then = curve.at((stretch.day - asOf.current.startDay()) / length);
        double now = curve.at((asOf.day - asOf.current.startDay()) / length);
        return stretch.before.and(then < 1 ? (now - then) / (1 - then) : 0, stretch.rest);
    }

    /** All that is kept, for state. */
    public List<Long> numbers() {
        return stretch == null
                ? List.of()
                : List.of(
                        (long) stretch.window,
                        stretch.sequence,
                        (long) stretch.day,
                        stretch.closed,
                        bits(stretch.before.mean),
                        bits(stretch.before.variance),
                        bits(stretch.rest.mean),
                        bits(stretch.rest.variance),
                        (long) demand.window(),
                        bits(demand.factor()),
                        bits(demand.left()));
    }

    /** Takes back what {@link #numbers} gave. */
    public void restore(List<Long> numbers) {
        if (!numbers.isEmpty()) {
            Iterator<Long> next = numbers.iterator();
            stretch =
                    new Stretch(
                            Math.toIntExact(next.next()),
                            next.next(),
                            Math.toIntExact(next.next()),
                            next.next(),
                            new Expected(number(next), number(next)),
                            new Expected(number(next), number(next)));
            demand = new Demand(Math.toIntExact(next.next()), number(next), number(next));
        }
    }

    private static long bits(double number) {
        return Double.doubleToLongBits(number);
    }

    private static double number(Iterator<Long> bits) {
        return Double.longBitsToDouble(bits.next());
    }
}
