package io.pipecast.training.backtest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Odoo's predictive lead score (addons/crm/models/crm_lead.py, {@code
 * _pls_get_naive_bayes_probabilities}): naive Bayes of the deals won and lost per team and field
 * value. A won deal counts for every stage, a lost one for the stage it was lost in and those
 * before it; each count of a value seen starts at 0.1; a team not seen is scored on the counts of
 * all teams together; the score is rounded to a hundredth of a per cent. Team is the territory.
 * Odoo's other fields (source, country, language, quality of phone and mail, tags) are not among
 * the rows of a replay, so stage and team are what it knows here.
 */
final class OdooScore {
    private static final double START = 0.1;
    private static final int WON = 0;
    private static final int LOST = 1;
    private static final String NO_TEAM = "";

    private final int stages;
    private final int firstStage;
    private final Map<String, double[][]> countsOf = new HashMap<>();

    private OdooScore(int stages, int firstStage) {
        this.stages = stages;
        this.firstStage = firstStage;
    }

    static IntToDoubleFunction of(Known known) {
        OdooScore score = new OdooScore(known.settings().stages().size(), 0);
        for (ClosedDeal deal : known.closed()) {
            score.count(deal);
        }
        double[][] together = score.together();
        return i -> {
            Snapshots.Snapshot row = known.rows().row(i);
            String team = row.territory() == null ? NO_TEAM : row.territory();
            boolean seen = !team.equals(NO_TEAM) && score.countsOf.containsKey(team);
            return score.of(seen ? score.countsOf.get(team) : together, row.stage());
        };
    }

    private void count(ClosedDeal deal) {
        if (!deal.won() && deal.lastOpenStage() < 0) {
            return;
        }
        String team = deal.team() == null ? NO_TEAM : deal.team();
        double[][] counts = countsOf.computeIfAbsent(team, t -> new double[2][stages]);
        int last = deal.won() ? stages - 1 : deal.lastOpenStage();
        for (int stage = 0; stage <= last; stage++) {
            if (counts[WON][stage] == 0) {
                counts[WON][stage] = START;
                counts[LOST][stage] = START;
            }
            counts[deal.won() ? WON : LOST][stage]++;
        }
    }

    private double[][] together() {
        double[][] sum = new double[2][stages];
        for (double[][] counts : countsOf.values()) {
            for (int stage = 0; stage < stages; stage++) {
                sum[WON][stage] += counts[WON][stage];
                sum[LOST][stage] += counts[LOST][stage];
            }
        }
        return sum;
    }

    /** Score of a stage; 0, as a new lead has, where the team's counts cannot say. */
    private double of(double[][] counts, int stage) {
        double won = counts[WON][firstStage];
        double lost = counts[LOST][firstStage];
        if (stage < 0 || won == 0 || lost == 0) {
            return 0;
        }
        double wonScore = won / (won + lost);
        double lostScore = lost / (won + lost);
        if (counts[WON][stage] != 0) {
            wonScore *= counts[WON][stage] / won;
            lostScore *= counts[LOST][stage] / lost;
        }
        return Math.round(10_000 * wonScore / (wonScore + lostScore)) / 10_000.0;
    }
}
