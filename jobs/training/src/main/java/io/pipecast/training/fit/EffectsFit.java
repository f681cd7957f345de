package io.pipecast.training.fit;

import io.pipecast.model.features.Columns;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.scoring.Trees;
import io.pipecast.training.smile.BoostedFit;
import io.pipecast.training.smile.BoostedFit.Growth;
import io.pipecast.training.smile.LogisticFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear models and trees for both ways to end and a number of spans, from the rows before a cut.
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class EffectsFit {
    /** Rows of each outcome from which a span teaches anything, in deals that speak daily. */
    private static final int LEAST_ROWS = 20;

    /** Rows trees are grown on. */
    private static final int MOST_FOR_TREES = 6_000;

    /** Weight of the squared weights of linear models, in rows. */
    private static final double RIDGE = 1000;

    private static final Growth GROWTH = new Growth(50, 4, 8, 50, 0.07, 0.6);

    private final Columns columns;
    private final List<SpanRows> spans = new ArrayList<>();
    private final double[][] values;
    private final EffectData data;
    private final NearerSpans linear;

    private EffectsFit(EffectData data, Columns columns) {
        this.data = data;
        this.columns = columns;
        this.values = VaryingColumns.values(data, columns);
        this.linear = new NearerSpans(data, values);
    }

    /** What there is to learn from before a cut; linear models are learned at once. */
    static EffectsFit of(EffectData data, int stages, int cutDay) {
        EffectsFit fit = new EffectsFit(data, VaryingColumns.of(data, ColumnPlan.of(stages)));
        int next = 0;
        while (next < Span.MOST && fit.add(Span.of(next), cutDay)) {
            next++;
        }
        return fit;
    }

    /** Learns the next span, if there is enough to learn from. */
    private boolean add(Span span, int cutDay) {
        SpanRows rows = SpanRows.of(data, span, cutDay, linear);
        int least = LEAST_ROWS * Math.min(7, span.endDay() - span.startDay());
        if (Math.min(rows.count(SpanRows.WON), rows.count(SpanRows.LOST)) < least
                || rows.count(SpanRows.OPEN) < least) {
            return false;
        }
        spans.add(rows);
        LogisticFit[] fits = new LogisticFit[2];
        IntStream.range(0, fits.length)
                .parallel()
                .forEach(way -> fits[way] = linear(rows, 1 + way));
        linear.add(fits);
        return true;
    }

    /** Columns that vary. */
    Columns columns() {
        return columns;
    }

    /** Number of spans that teach anything, the nearest first. */
    int spans() {
        return spans.size();
    }

    /** Linear models by span × way to end. */
    LogisticFit[] linear() {
        return linear.models();
    }

    private LogisticFit linear(SpanRows span, int way) {
        CaseControl used = CaseControl.of(span, way, Integer.MAX_VALUE);
        double[][] x = new double[used.rows().length][];
        for (int i = 0; i < x.length; i++) {
            int row = used.rows()[i];
            x[i] = withOdds(values[span.rows[row]], span.odds[row]);
        }
        LogisticFit fit = LogisticFit.of(x, span.is(used.rows(), way), 2, RIDGE);
        return new LogisticFit(fit.intercept() + used.offset(), fit.weights());
    }

    /** Trees by span × way to end. */
    Trees[] trees() {
        Trees[] trees = new Trees[2 * spans.size()];
        IntStream.range(0, trees.length)
                .parallel()
                .forEach(i -> trees[i] = trees(spans.get(i / 2), 1 + i % 2));
        return trees;
    }

    private Trees trees(SpanRows span, int way) {
        CaseControl used = CaseControl.of(span, way, MOST_FOR_TREES);
        double[][] x = new double[used.rows().length][];
        for (int i = 0; i < x.length; i++) {
            int row = used.rows()[i];
            x[i] = forTrees(data.features[span.rows[row]], span.odds[row]);
        }
        Trees t = BoostedFit.of(x, span.is(used.rows(), way), GROWTH);
        double intercept = t.intercept() + used.offset();
        return new Trees(intercept, t.roots(), t.feature(), t.threshold(), t.child());
    }

    /** Columns with the odds of the hazards behind them. */
    static double[] withOdds(double[] values, double[] odds) {
        double[] row = Arrays.copyOf(values, values.length + 2);
        row[values.length] = odds[0];
        row[values.length + 1] = odds[1];
        return row;
    }

    /** Features with the odds of the hazards in their place. */
    static double[] forTrees(double[] features, double[] odds) {
        double[] row = features.clone();
        // a set of stages is no number to split by
        row[DealFeature.VISITED.ordinal()] = 0;
        row[DealFeature.WON_HAZARD.ordinal()] = odds[0];
        row[DealFeature.LOST_HAZARD.ordinal()] = odds[1];
        return row;
    }
}
