package io.pipecast.app.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Deal-level skill: where the Brier score stands between that of the base rate (1) and that of the
 * true odds (0). The base rate is that of the judged rows themselves, the best constant there is.
 *
 * @param horizon name of the horizon
 * @param rows forecasts
 * @param base share that came true
 * @param brier of the forecasts
 * @param oracle of the true odds; the sampling error of the odds, p(1 − p) ÷ (lives − 1) a row, is
 *     taken off
 * @param baseRate of the base rate
 * @param ratio (brier − oracle) ÷ (baseRate − oracle)
 * @param low low end of its 95 % interval, companies drawn with replacement
 * @param high high end
 * @param bias mean forecast less the share that came true
 */
record DealSkill(
        String horizon,
        int rows,
        double base,
        double brier,
        double oracle,
        double baseRate,
        double ratio,
        double low,
        double high,
        double bias) {
    private static final int DRAWS = 400;

    /** Sums over rows of a company: rows, hits, squared errors of forecast and odds, forecasts. */
    private static final int SUMS = 5;

    static DealSkill of(List<DealRow> rows, int horizon, int samples) {
        Map<Long, double[]> byCompany = new LinkedHashMap<>();
        for (DealRow row : rows) {
            double[] sums = byCompany.computeIfAbsent(row.seed(), s -> new double[SUMS]);
            double won = row.won()[horizon] ? 1 : 0;
            double odds = row.odds()[horizon];
            double miss = row.stated()[horizon] - won;
            sums[0]++;
            sums[1] += won;
            sums[2] += miss * miss;
            sums[3] += (odds - won) * (odds - won) - odds * (1 - odds) / (samples - 1);
            sums[4] += row.stated()[horizon];
        }
        List<double[]> companies = new ArrayList<>(byCompany.values());
        double[] all = total(companies);
        double[] drawn = drawn(companies);
        return new DealSkill(
                DealRow.HORIZONS[horizon],
                rows.size(),
                all[1] / all[0],
                all[2] / all[0],
                all[3] / all[0],
                constant(all),
                ratio(all),
                drawn[(int) (0.025 * DRAWS)],
                drawn[(int) (0.975 * DRAWS)],
                (all[4] - all[1]) / all[0]);
    }

    private static double[] drawn(List<double[]> companies) {
        Random random = new Random(1);
        double[] ratios = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<double[]> picked = new ArrayList<>();
            for (int i = 0; i < companies.size(); i++) {
                picked.add(companies.get(random.nextInt(companies.size())));
            }
            ratios[draw] = ratio(total(picked));
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static double[] total(List<double[]> companies) {
        double[] all = new double[SUMS];
        for (double[] company : companies) {
            for (int i = 0; i < SUMS; i++) {
                all[i] += company[i];
            }
        }
        return all;
    }

    private static double constant(double[] sums) {
        double base = sums[1] / sums[0];
        return base * (1 - base);
    }

    private static double ratio(double[] sums) {
        double oracle = sums[3] / sums[0];
        return (sums[2] / sums[0] - oracle) / (constant(sums) - oracle);
    }
}
