package io.pipecast.training.fit;

import io.pipecast.model.scoring.Trees;
import io.pipecast.training.smile.LogisticFit;
import java.util.Arrays;

/** Linear models and trees that are judged on rows later than those they were learned from. */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record Scorers(
        int spans, double[][] values, double[][] features, LogisticFit[] linear, Trees[] trees) {
    /** The hazards alone. */
    static final Scorers NONE =
            new Scorers(0, new double[0][], new double[0][], new LogisticFit[0], null);

    /** All linear models of a fit, and its trees if asked for. */
    static Scorers of(EffectsFit fit, EffectData later, boolean withTrees) {
        return new Scorers(
                fit.spans(),
                VaryingColumns.values(later, fit.columns()),
                later.features,
                fit.linear(),
                withTrees ? fit.trees() : null);
    }

    /**
     * Scores of a row by source × way to end, in the order {@link Candidate} reads them; where a
     * source has none, those of the hazards.
     *
     * @param base by the base rate
     * @param odds by the hazards
     */
    double[][] said(int span, int row, double[] base, double[] odds) {
        double[][] said = new double[Judged.SOURCES][];
        Arrays.fill(said, odds);
        said[Judged.BASE] = base;
        if (span >= spans) {
            return said;
        }
        double[] x = EffectsFit.withOdds(values[row], odds);
        said[Judged.LINEAR] =
                new double[] {linear[2 * span].score(x), linear[2 * span + 1].score(x)};
        if (trees != null) {
            double[] leaves = EffectsFit.forTrees(features[row], odds);
            said[Judged.TREES] =
                    new double[] {trees[2 * span].sum(leaves), trees[2 * span + 1].sum(leaves)};
        }
        return said;
    }
}
