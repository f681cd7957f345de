package io.pipecast.training.report;

import io.pipecast.training.backtest.DealBootstrap.Interval;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.backtest.SnapshotJudge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person reads of a judgement: the model beside the baselines, and how sure the difference
 * is.
 */
public final class JudgeReport {
    private JudgeReport() {}

    /** The lines of the report. */
    public static List<String> lines(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(
                format(
                        "rows %d deals %d unscored %d base %.4f",
                        verdict.model().rows(),
                        verdict.deals(),
                        verdict.unscored(),
                        verdict.model().base()));
        lines.add(scores("pipecast", verdict.model()));
        lines.add(scores("stage final win rate", verdict.finalRate()));
        lines.add(scores("stage base rate of target", verdict.rateWithin()));
        Interval auc = verdict.aucOverRate();
        Interval brier = verdict.brierOverRate();
        lines.add(
                format(
                        "over stage base rate: AUC %+.4f [%+.4f, %+.4f] Brier %+.4f [%+.4f, %+.4f]",
                        verdict.model().auc() - verdict.rateWithin().auc(),
                        auc.low(),
                        auc.high(),
                        verdict.model().brier() - verdict.rateWithin().brier(),
                        brier.low(),
                        brier.high()));
        if (verdict.closed() > 0) {
            lines.add(format("%d snapshots of deals that were not open", verdict.closed()));
        }
        return lines;
    }

    private static String scores(String name, ProbabilityScores scores) {
        return format(
                "%-28s AUC %.4f LL %.4f Brier %.4f ECE %.4f",
                name, scores.auc(), scores.logLoss(), scores.brier(), scores.ece());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
