package io.pipecast.board.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By how much somebody calls too high at this point of a period on average, drawn to the mean of
 * everybody on the same level the more, the fewer periods there are to tell: bias = m + (e − m) ·
 * τ² ÷ (τ² + σ² ÷ n), with e the mean error of n periods, m the mean of the level, σ² the variance
 * of periods around their person's mean and τ² that of the persons around m (empirical Bayes; Efron
 * and Morris, 1975).
 *
 * @param value above 0 too high, as a share of what was booked
 * @param periods how many ended periods it is learned from
 */
public record CallBias(double value, int periods) {
    /**
     * Biases of a level.
     *
     * @param errors errors on the same day of the ended periods, by node
     */
    static Map<String, CallBias> of(Map<String, List<Double>> errors) {
        Map<String, CallBias> biases = new HashMap<>();
        List<Double> means = new ArrayList<>();
        double within = 0;
        int spare = 0;
        double perPeriod = 0;
        for (List<Double> of : errors.values()) {
            double mean = mean(of);
            means.add(mean);
            within += squares(of, mean);
            spare += of.size() - 1;
            perPeriod += 1.0 / of.size();
        }
        if (means.isEmpty()) {
            return biases;
        }
        double level = mean(means);
        double noise = spare == 0 ? 0 : within / spare;
        double spread = means.size() < 2 ? 0 : squares(means, level) / (means.size() - 1);
        // the persons' means scatter by their own noise, too
        double between = Math.max(0, spread - noise * perPeriod / means.size());
        errors.forEach(
                (node, of) -> {
                    double doubt = between + noise / of.size();
                    double trust = doubt <= 0 ? 1 : between / doubt;
                    double value = level + (mean(of) - level) * trust;
                    biases.put(node, new CallBias(value, of.size()));
                });
        return biases;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    private static double squares(List<Double> values, double mean) {
        return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    }
}
