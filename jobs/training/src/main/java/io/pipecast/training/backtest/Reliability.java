package io.pipecast.training.backtest;

import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.DealVerdict.Bin;
import io.pipecast.training.backtest.DealVerdict.Curve;
import io.pipecast.training.backtest.Resampling.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether what is called 30 % comes true in 30 of 100 cases. */
final class Reliability {
    /** Rows from which a group has a curve of its own. */
    private static final int LEAST_ROWS = 100;

    private Reliability() {}

    /** The curve of all rows, then those by stage and by segment. */
    static List<Curve> curves(
            Sample sample,
            Snapshots snapshots,
            PipelineSettings settings,
            DealJudge.Question question) {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("all", "all", bins(sample, snapshots, question)));
        for (Grouping grouping : Grouping.of(sample, snapshots, settings)) {
            boolean wanted =
                    grouping.by().equals(Grouping.STAGE) || grouping.by().equals(Grouping.SEGMENT);
            for (String value : wanted ? grouping.values() : List.<String>of()) {
                Sample part =
                        sample.where(snapshots, i -> value.equals(grouping.of(sample.rows()[i])));
                if (part.size() >= LEAST_ROWS) {
                    curves.add(new Curve(grouping.by(), value, bins(part, snapshots, question)));
                }
            }
        }
        return curves;
    }

    /** Bins of equal mass, by ascending probability. */
    private static List<Bin> bins(Sample sample, Snapshots snapshots, DealJudge.Question question) {
        int[] order = ProbabilityScores.byProbability(sample.stated()[0]);
        int[] binOf = new int[order.length];
        int bins = ProbabilityScores.BINS;
        for (int i = 0; i < order.length; i++) {
            binOf[order[i]] = (int) ((long) i * bins / order.length);
        }
        List<Bin> all = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            int wanted = bin;
            Sample part = sample.where(snapshots, i -> binOf[i] == wanted);
            if (part.size() > 0) {
                double[] hits = new double[part.size()];
                Arrays.setAll(hits, i -> part.came()[i] ? 1 : 0);
                Resampling draws = part.resampling(question.draws(), question.seed());
                Interval interval = Interval.of(draws.means(hits));
                all.add(new Bin(part.size(), part.mean(0), part.base(), interval));
            }
        }
        return all;
    }
}
