package io.pipecast.app.study;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Errors of the landing as shares of what landed, of forecasts made on one day of the quarter. Rows
 * that landed nothing are left out of the mean of shares, not of the share of sums.
 *
 * @param rows forecasts with a landing above 0
 * @param p50 mean absolute percentage error of P50
 * @param mean the same of the model mean
 * @param stageWeighted the same of the stage-weighted pipeline
 * @param runRate the same of the run rate
 * @param trueOdds the same of the landing that knows the true odds of open deals; NaN where they
 *     were not asked for
 * @param p50OfSums sum of P50's absolute errors over the sum landed
 * @param stageWeightedOfSums the same of the stage-weighted pipeline
 */
record LandingErrors(
        int rows,
        double p50,
        double mean,
        double stageWeighted,
        double runRate,
        double trueOdds,
        double p50OfSums,
        double stageWeightedOfSums) {

    static LandingErrors of(List<LandingRow> rows) {
        List<LandingRow> landed = rows.stream().filter(r -> r.actual() > 0).toList();
        return new LandingErrors(
                landed.size(),
                ofEach(landed, LandingRow::p50),
                ofEach(landed, LandingRow::mean),
                ofEach(landed, LandingRow::stageWeighted),
                ofEach(landed, LandingRow::runRate),
                ofEach(landed, LandingRow::trueOdds),
                ofSums(rows, LandingRow::p50),
                ofSums(rows, LandingRow::stageWeighted));
    }

    private static double ofEach(List<LandingRow> rows, ToDoubleFunction<LandingRow> forecast) {
        return rows.stream()
                .mapToDouble(r -> Math.abs(forecast.applyAsDouble(r) - r.actual()) / r.actual())
                .average()
                .orElse(Double.NaN);
    }

    private static double ofSums(List<LandingRow> rows, ToDoubleFunction<LandingRow> forecast) {
        double errors =
                rows.stream()
                        .mapToDouble(r -> Math.abs(forecast.applyAsDouble(r) - r.actual()))
                        .sum();
        return errors / rows.stream().mapToDouble(LandingRow::actual).sum();
    }
}
