package io.pipecast.app.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How often landings lay where forecasts said. Shares are of rows; intervals are 95 % by
 * company-periods, because rows of one are not independent.
 *
 * @param rows forecasts
 * @param periods company-periods they come from
 * @param covered share between P10 and P90
 * @param margin half of the interval of {@code covered}
 * @param stated mean chance the forecasts give to their interval; above 80 % where P10 is what is
 *     closed already
 * @param belowP10 share below P10
 * @param belowP50 share from P10 to below P50
 * @param belowP90 share from P50 to P90
 * @param aboveP90 share above P90
 * @param bias sum of P50 over the sum landed, less 1
 * @param meanBias the same of the model mean
 */
record Coverage(
        int rows,
        int periods,
        double covered,
        double margin,
        double stated,
        double belowP10,
        double belowP50,
        double belowP90,
        double aboveP90,
        double bias,
        double meanBias) {

    static Coverage of(List<LandingRow> rows) {
        double covered = mean(rows, r -> r.covered() ? 1 : 0);
        Map<String, Double> residuals = new LinkedHashMap<>();
        rows.forEach(
                r -> residuals.merge(r.cluster(), (r.covered() ? 1 : 0) - covered, Double::sum));
        double squares = residuals.values().stream().mapToDouble(x -> x * x).sum();
        double actual = mean(rows, LandingRow::actual);
        return new Coverage(
                rows.size(),
                residuals.size(),
                covered,
                1.96 * Math.sqrt(squares) / rows.size(),
                mean(rows, LandingRow::stated),
                mean(rows, r -> r.actual() < r.p10() ? 1 : 0),
                mean(rows, r -> r.actual() >= r.p10() && r.actual() < r.p50() ? 1 : 0),
                mean(rows, r -> r.actual() >= r.p50() && r.actual() <= r.p90() ? 1 : 0),
                mean(rows, r -> r.actual() > r.p90() ? 1 : 0),
                mean(rows, LandingRow::p50) / actual - 1,
                mean(rows, LandingRow::mean) / actual - 1);
    }

    private static double mean(List<LandingRow> rows, ToDoubleFunction<LandingRow> value) {
        return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
