package io.pipecast.model.closing;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.Lengths;
import io.pipecast.model.features.PeriodPosition;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What deals that do not exist yet will bring: a company creates value at a steady rate, of which
 * {@code amountByLag[k]} is won k days after creation. What is won on day w from deals created
 * since day t is the sum over the lags 0 … w − t, scaled by the calendar and shared among the
 * owners. Wins are taken as a compound Poisson process, so the variance is the same sum over
 * squared amounts. Nothing comes after the longest lag seen.
 */
public final class NewBusiness {
    /** Answers nothing for everybody. */
    public static final NewBusiness NONE =
            new NewBusiness(
                    new double[0],
                    new double[0],
                    new double[PeriodPosition.COUNT],
                    new TreeMap<>());

    private final double[] amountByLag;
    private final double[] squareByLag;
    private final double[] calendar;
    private final SortedMap<String, Double> shares;
    private volatile Day day;

    /** Running sums over the win days from one day on. */
    @SuppressWarnings("ArrayRecordComponent") // seen by this class alone
    private record Day(SalesCalendar calendar, int first, double[] amount, double[] square) {}

    /**
     * A process of new business.
     *
     * @param amountByLag won amount per creation day by days from creation to winning, corporate
     *     minor units
     * @param squareByLag the same of squared amounts
     * @param calendar multiplier of the win day by {@link PeriodPosition} class, 1 on average
     * @param shares share of each active owner; they sum to 1
     * @throws IllegalArgumentException when lags or classes of days are missing
     */
    public NewBusiness(
            double[] amountByLag,
            double[] squareByLag,
            double[] calendar,
            SortedMap<String, Double> shares) {
        Lengths.expect("newBusiness.squareByLag", amountByLag.length, squareByLag.length);
        Lengths.expect("newBusiness.calendar", PeriodPosition.COUNT, calendar.length);
        this.amountByLag = amountByLag;
        this.squareByLag = squareByLag;
        this.calendar = calendar;
        this.shares = shares;
    }

    /** Won amount per creation day by lag, corporate minor units. */
    public double[] amountByLag() {
        return amountByLag.clone();
    }

    /**
     * Days from creation within which half of the amount is won that a day's new deals bring in the
     * end, or −1 when nothing is known of them.
     */
    public int halfWonWithinDays() {
        double all = Arrays.stream(amountByLag).sum();
        double sum = 0;
        for (int lag = 0; lag < amountByLag.length && all > 0; lag++) {
            sum += amountByLag[lag];
            if (sum >= all / 2) {
                return lag;
            }
        }
        return -1;
    }

    /** Won squared amount per creation day by lag. */
    public double[] squareByLag() {
        return squareByLag.clone();
    }

    /** Multiplier of the win day by {@link PeriodPosition} class. */
    public double[] calendar() {
        return calendar.clone();
    }

    /** Share of each owner, by user id. */
    public Map<String, Double> shares() {
        return java.util.Collections.unmodifiableMap(shares);
    }

    /**
     * Mean and variance of what an owner wins in [fromDay, toDay) from deals created after the
     * instant; {0, 0} for an owner who was not active in training.
     */
    public double[] expected(String owner, AsOf asOf, int fromDay, int toDay) {
        Double share = owner == null ? null : shares.get(owner);
        if (share == null || amountByLag.length == 0 || toDay <= fromDay) {
            return new double[] {0, 0};
        }
        Day sums = sums(asOf);
        return new double[] {
            share * window(sums.amount, asOf, fromDay, toDay),
            share * window(sums.square, asOf, fromDay, toDay)
        };
    }

    private double window(double[] running, AsOf asOf, int fromDay, int toDay) {
        return running[ahead(running, asOf, toDay)] - running[ahead(running, asOf, fromDay)];
    }

    private static int ahead(double[] running, AsOf asOf, int day) {
        return Math.min(running.length - 1, Math.max(0, day - asOf.day));
    }

    @SuppressWarnings("ReferenceEquality") // another calendar object only costs a computation
    private Day sums(AsOf asOf) {
        Day known = day;
        if (known == null || known.first != asOf.day || known.calendar != asOf.calendar) {
            known =
                    new Day(
                            asOf.calendar,
                            asOf.day,
                            running(asOf, amountByLag),
                            running(asOf, squareByLag));
            day = known;
        }
        return known;
    }

    /**
     * Sums over the win days before each day ahead; two years ahead the horizon of every window is
     * passed.
     */
    private double[] running(AsOf asOf, double[] byLag) {
        double[] sums = new double[730];
        double perDay = 0;
        for (int ahead = 0; ahead + 1 < sums.length; ahead++) {
            perDay += ahead < byLag.length ? byLag[ahead] : 0;
            sums[ahead + 1] =
                    sums[ahead]
                            + perDay * calendar[PeriodPosition.of(asOf.calendar, asOf.day + ahead)];
        }
        return sums;
    }
}
