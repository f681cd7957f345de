package io.pipecast.training.backtest;

import io.pipecast.training.backtest.SnapshotJudge.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forecasts with what became of them, gathered by deal. */
final class Judged {
    private static final int DRAWS = 200;

    int unscored;
    int closed;
    private final Map<String, Integer> deals = new LinkedHashMap<>();
    private final List<Integer> dealOf = new ArrayList<>();
    private final List<Boolean> outcomes = new ArrayList<>();
    private final List<double[]> stated = new ArrayList<>();

    /**
     * Takes in what was stated of a deal: by the model, by the final rate and by the rate within.
     */
    void add(String deal, boolean outcome, double... probabilities) {
        dealOf.add(deals.computeIfAbsent(deal, id -> deals.size()));
        outcomes.add(outcome);
        stated.add(probabilities);
    }

    Verdict verdict() {
        boolean[] came = new boolean[outcomes.size()];
        int[] owner = new int[came.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = outcomes.get(i);
            owner[i] = dealOf.get(i);
        }
        double[] model = column(0);
        double[] rate = column(2);
        DealBootstrap bootstrap = new DealBootstrap(owner, deals.size(), came, model, rate);
        return new Verdict(
                deals.size(),
                unscored,
                closed,
                ProbabilityScores.of(model, came),
                ProbabilityScores.of(column(1), came),
                ProbabilityScores.of(rate, came),
                bootstrap.interval(DRAWS, ProbabilityScores::auc),
                bootstrap.interval(DRAWS, ProbabilityScores::brier));
    }

    private double[] column(int i) {
        return stated.stream().mapToDouble(p -> p[i]).toArray();
    }
}
