package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.rows.Visit;
import java.util.Arrays;

/**
 * What closings teach besides their chance: limits of time in stage and the ratio of won to entered
 * amounts.
 */
final class ClosingFit {
    /** Won visits below which a stage has no limit of its own. */
    private static final int LEAST_VISITS = 20;

    /** A shorter stay is no stall, however fast won deals pass, business days. */
    private static final double LEAST_LIMIT = 1;

    /** A win farther off counts as this square: it was entered wrong. */
    private static final double MOST_OFF = 4;

    private ClosingFit() {}

    static ClosingTables fit(
            TrainingRows rows,
            SalesCalendar calendar,
            int stages,
            double quantile,
            long until,
            NewBusiness business) {
        double[] limits = new double[stages];
        for (int stage = 0; stage < stages; stage++) {
            limits[stage] = stallLimit(rows, calendar, stage, quantile, until);
        }
        return new ClosingTables(limits, amountRatio(rows, until), business);
    }

    private static double stallLimit(
            TrainingRows rows, SalesCalendar calendar, int stage, double quantile, long until) {
        double[] stays =
                rows.visits().stream()
                        .filter(visit -> visit.stage() == stage && visit.wonBy(until))
                        .mapToDouble(visit -> stay(visit, calendar))
                        .sorted()
                        .toArray();
        return stays.length < LEAST_VISITS
                ? Double.NaN
                : Math.max(LEAST_LIMIT, quantile(stays, quantile));
    }

    private static double stay(Visit visit, SalesCalendar calendar) {
        return calendar.businessDays(visit.enteredAt(), visit.leftAt());
    }

    /** Quantile of ascending values with linear interpolation between neighbours. */
    static double quantile(double[] ascending, double q) {
        double at = q * (ascending.length - 1);
        int low = (int) at;
        int high = Math.min(ascending.length - 1, low + 1);
        return ascending[low] + (at - low) * (ascending[high] - ascending[low]);
    }

    private static double amountRatio(TrainingRows rows, long until) {
        Life[] lives = priced(rows, until);
        long won = Arrays.stream(lives).mapToLong(Life::amount).sum();
        long entered = Arrays.stream(lives).mapToLong(Life::amountBefore).sum();
        return won <= 0 || entered <= 0 ? 1 : (double) won / entered;
    }

    /**
     * Mean square of won ÷ expected amount, less 1, of the wins known at an instant; 0 for none.
     */
    static double amountVariation(TrainingRows rows, long until) {
        double ratio = amountRatio(rows, until);
        return Arrays.stream(priced(rows, until))
                .filter(life -> life.amountBefore() > 0)
                .mapToDouble(life -> life.amount() / (ratio * life.amountBefore()) - 1)
                .map(off -> Math.min(MOST_OFF, off * off))
                .average()
                .orElse(0);
    }

    private static Life[] priced(TrainingRows rows, long until) {
        return rows.lives().stream()
                .filter(life -> life.wonBy(until))
                .filter(
                        life ->
                                life.amount() != DealView.UNKNOWN
                                        && life.amountBefore() != DealView.UNKNOWN)
                .toArray(Life[]::new);
    }
}
