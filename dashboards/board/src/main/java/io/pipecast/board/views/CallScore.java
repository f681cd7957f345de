package io.pipecast.board.views;

import io.pipecast.codec.control.Call;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;
import java.util.Map;

/**
 * How right the calls of a node for an ended period were. An error is (called commit − booked) ÷
 * booked: above 0 too high.
 *
 * @param period the ended period
 * @param booked what was booked by its last published row, minor units
 * @param calls how many calls were judged
 * @param first error of the first call
 * @param last error of the last call
 * @param mean mean error of all of them
 * @param sameDay error of the call that stood as long before the period's end as it is to the end
 *     of the current one now, or NaN
 */
public record CallScore(
        String period,
        long booked,
        int calls,
        double first,
        double last,
        double mean,
        double sameDay) {
    /**
     * The score, or null where the end was not seen, nothing was booked or nobody called.
     *
     * @param sameDay the instant as long before the period's end, epoch milliseconds
     */
    static CallScore of(PeriodPath path, List<Call> calls, long sameDay) {
        Map.Entry<Integer, HistoryPoint> end = path.points().lastEntry();
        boolean seen = end != null && end.getKey() >= path.endDay() - 1;
        long booked = seen ? end.getValue().closed() : Quantity.MISSING;
        double[] errors =
                calls.stream()
                        .filter(call -> call.commit() != Call.NONE)
                        .mapToDouble(call -> error(call, booked))
                        .toArray();
        if (booked == Quantity.MISSING || booked <= 0 || errors.length == 0) {
            return null;
        }
        double sum = 0;
        for (double error : errors) {
            sum += error;
        }
        return new CallScore(
                path.period(),
                booked,
                errors.length,
                errors[0],
                errors[errors.length - 1],
                sum / errors.length,
                error(CallLog.standing(calls, sameDay), booked));
    }

    private static double error(Call call, long booked) {
        return call == null || call.commit() == Call.NONE
                ? Double.NaN
                : (double) (call.commit() - booked) / booked;
    }
}
