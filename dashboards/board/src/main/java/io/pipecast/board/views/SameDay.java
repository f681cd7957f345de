package io.pipecast.board.views;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.forecast.Quantity;
import java.util.Map;

/**
 * How far each forecast was off on the same day of an ended period: the day with as many business
 * days to the period's end as there are now.
 *
 * @param period the ended period
 * @param asOf instant of the forecasts that are judged, epoch milliseconds
 * @param landed what the period closed at, minor units
 * @param model model P50 then
 * @param stageWeighted stage-weighted forecast then
 * @param commit closed plus commit then
 * @param closed closed then
 * @param open open pipeline then
 */
public record SameDay(
        String period,
        long asOf,
        long landed,
        long model,
        long stageWeighted,
        long commit,
        long closed,
        long open) {
    /** Calendar days the nearest earlier row may lie back. */
    private static final int REACH = 7;

    /**
     * Forecasts of an ended period with {@code businessDaysLeft} to its end, or null when none was
     * published near it.
     */
    static SameDay of(PeriodPath path, BusinessDays business, int businessDaysLeft) {
        int day = dayWithLeft(path, business, businessDaysLeft);
        Map.Entry<Integer, HistoryPoint> then = path.points().floorEntry(day);
        Map.Entry<Integer, HistoryPoint> last = path.points().lastEntry();
        if (then == null || then.getKey() < day - REACH || last.getKey() < path.endDay() - 1) {
            return null;
        }
        HistoryPoint point = then.getValue();
        return new SameDay(
                path.period(),
                point.asOf(),
                last.getValue().closed(),
                point.p50(),
                point.stageWeighted(),
                point.commit(),
                point.closed(),
                point.open());
    }

    /** That day lies before the period's start when the forecast judged is of a period ahead. */
    private static int dayWithLeft(PeriodPath path, BusinessDays business, int left) {
        int day = path.endDay();
        int first = path.points().firstKey();
        while (day >= first && business.between(day, path.endDay()) < left) {
            day--;
        }
        return day;
    }

    /**
     * Signed error of a forecast relative to the landing, or NaN where either is unknown or nothing
     * landed.
     */
    public double error(long forecast) {
        if (forecast == Quantity.MISSING || landed == Quantity.MISSING || landed <= 0) {
            return Double.NaN;
        }
        return (double) (forecast - landed) / landed;
    }

    /** The same without what the model said. */
    public SameDay withoutModel() {
        return new SameDay(
                period, asOf, landed, Quantity.MISSING, stageWeighted, commit, closed, open);
    }
}
