package io.pipecast.training.backtest;

import java.util.function.IntToDoubleFunction;

/**
 * What CRMs show as a stage's probability: of the closed deals that were ever in the stage, the
 * share that was won. One win and one loss are added to each.
 */
final class FinalRates {
    private FinalRates() {}

    static IntToDoubleFunction of(Known known) {
        int stages = known.settings().stages().size();
        double[] won = new double[stages];
        double[] all = new double[stages];
        for (ClosedDeal deal : known.closed()) {
            for (int stage = 0; stage < stages; stage++) {
                if ((deal.visitedStages() & (1L << stage)) != 0) {
                    all[stage]++;
                    won[stage] += deal.won() ? 1 : 0;
                }
            }
        }
        return i -> {
            int stage = known.rows().row(i).stage();
            return stage < 0 ? 0.5 : (won[stage] + 1) / (all[stage] + 2);
        };
    }
}
