package io.pipecast.board.views;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelHealth.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The models that were in force one after the other, judged as one about a measure: a model that
 * has just come into force has no forecasts whose outcome is known, and what it replaced is what
 * people have looked at.
 */
final class JudgedTogether {
    /** Version of what is said of all models together. */
    static final String ALL = "all";

    /** Days a model's newest judgement may lie behind the newest of all. */
    private static final int WINDOW = 91;

    private JudgedTogether() {}

    /** One row of the rows of one measure, none of a shadow; at least one. */
    static ModelHealth of(List<ModelHealth> rows) {
        int newest = rows.stream().mapToInt(ModelHealth::asOf).max().orElseThrow();
        // periods are few: all of them count
        boolean periods = rows.get(0).measure().startsWith(ModelHealth.PERIOD);
        List<ModelHealth> counted =
                rows.stream().filter(row -> periods || row.asOf() > newest - WINDOW).toList();
        List<Bin> bins = bins(counted);
        return new ModelHealth(
                ALL,
                false,
                rows.get(0).measure(),
                sum(counted, ModelHealth::version),
                newest,
                counted.stream().mapToInt(ModelHealth::fromDay).min().orElseThrow(),
                sum(counted, ModelHealth::judged),
                sum(counted, ModelHealth::won),
                sum(counted, ModelHealth::given),
                mean(counted, ModelHealth::brier),
                mean(counted, ModelHealth::logLoss),
                auc(bins),
                calibrationError(bins),
                mean(counted, ModelHealth::drift),
                mean(counted, ModelHealth::covered),
                mean(counted, ModelHealth::below),
                mean(counted, ModelHealth::above),
                mean(counted, ModelHealth::error),
                bins);
    }

    private static long sum(List<ModelHealth> rows, ToDoubleFunction<ModelHealth> value) {
        return (long) rows.stream().mapToDouble(value).sum();
    }

    /** Mean over all judged forecasts of what is a mean over each row's. */
    private static double mean(List<ModelHealth> rows, ToDoubleFunction<ModelHealth> value) {
        double sum = 0;
        long judged = 0;
        for (ModelHealth row : rows) {
            double known = value.applyAsDouble(row);
            if (!Double.isNaN(known)) {
                sum += known * row.judged();
                judged += row.judged();
            }
        }
        return judged == 0 ? Double.NaN : sum / judged;
    }

    private static List<Bin> bins(List<ModelHealth> rows) {
        Map<Double, Bin> bins = new TreeMap<>();
        for (ModelHealth row : rows) {
            row.bins().forEach(bin -> bins.merge(bin.from(), bin, JudgedTogether::both));
        }
        return new ArrayList<>(bins.values());
    }

    private static Bin both(Bin a, Bin b) {
        long judged = a.judged() + b.judged();
        double chances = a.meanChance() * a.judged() + b.meanChance() * b.judged();
        return new Bin(
                a.from(),
                a.to(),
                judged,
                a.won() + b.won(),
                judged == 0 ? 0 : chances / judged,
                a.given() + b.given());
    }

    /** Mean distance of share won and chance given, weighted by judged forecasts. */
    private static double calibrationError(List<Bin> bins) {
        double distance = 0;
        long judged = 0;
        for (Bin bin : bins) {
            distance += Math.abs(bin.won() - bin.meanChance() * bin.judged());
            judged += bin.judged();
        }
        return judged == 0 ? Double.NaN : distance / judged;
    }

    /** As each model's own: the same bin counts half. NaN unless there are won and lost ones. */
    private static double auc(List<Bin> bins) {
        double ordered = 0;
        double lowerLost = 0;
        double won = 0;
        for (Bin bin : bins) {
            double lost = bin.judged() - bin.won();
            ordered += bin.won() * (lowerLost + lost / 2);
            lowerLost += lost;
            won += bin.won();
        }
        return won == 0 || lowerLost == 0 ? Double.NaN : ordered / (won * lowerLost);
    }
}
