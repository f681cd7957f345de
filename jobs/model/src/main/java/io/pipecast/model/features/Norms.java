package io.pipecast.model.features;

import java.util.Arrays;

/**
 * What deals that went on to be won said of themselves while they were in a stage: the median over
 * their days of each feature, the most frequent value of one that is no quantity, and of a set of
 * stages those most of them had visited.
 *
 * @param values by stage × {@link DealFeature} ordinal; NaN where nothing is known of it
 * @param levels by stage, most frequent level of the model's {@link DealFactor}
 * @param rows by stage, days of won deals behind it; 0 where all stages were taken together
 * @param quantiles of all open deals learned from, won or not: by {@link ReasonKind} ordinal ×
 *     twentieth, of the kind's first feature; NaN where that is not watched. Empty in models that
 *     do not say
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // plain data that nobody compares
public record Norms(double[] values, int[] levels, int[] rows, double[] quantiles) {
    /** Quantiles of a kind: the least, each twentieth, the largest. */
    public static final int QUANTILES = 21;

    /** Nothing known. */
    public static final Norms NONE = new Norms(new double[0], new int[0], new int[0]);

    private static final int KINDS = ReasonKind.values().length;

    /** The same without quantiles. */
    public Norms(double[] values, int[] levels, int[] rows) {
        this(values, levels, rows, new double[0]);
    }

    /**
     * Checks that the arrays fit each other.
     *
     * @throws IllegalArgumentException naming the array whose length or content is wrong
     */
    public Norms {
        if (levels.length != rows.length || values.length != rows.length * DealFeature.COUNT) {
            throw new IllegalArgumentException(
                    "norms must have "
                            + DealFeature.COUNT
                            + " values and a level for each of "
                            + rows.length
                            + " stages, had "
                            + values.length
                            + " and "
                            + levels.length);
        }
        if (quantiles.length != 0 && quantiles.length != KINDS * QUANTILES) {
            throw new IllegalArgumentException(
                    "norms must have "
                            + QUANTILES
                            + " quantiles of each kind of reason or none, had "
                            + quantiles.length);
        }
        for (int level : levels) {
            if (level < 0 || level >= DealFactor.LEVELS) {
                throw new IllegalArgumentException(
                        "a level must be 0 to " + (DealFactor.LEVELS - 1) + ", was " + level);
            }
        }
    }

    /**
     * Where a value lies among those learned from, 0 to 1: evenly spread where nothing has changed.
     *
     * @param draw 0 to 1, by which values that many deals share are spread over their range
     * @return NaN where the kind is not watched
     */
    public double rank(ReasonKind kind, double value, double draw) {
        int from = kind.ordinal() * QUANTILES;
        if (quantiles.length == 0 || Double.isNaN(quantiles[from]) || Double.isNaN(value)) {
            return Double.NaN;
        }
        int below = 0;
        int upTo = 0;
        for (int i = 0; i < QUANTILES; i++) {
            below += quantiles[from + i] < value ? 1 : 0;
            upTo += quantiles[from + i] <= value ? 1 : 0;
        }
        double steps = QUANTILES - 1;
        if (upTo > below) {
            // a shared value reaches about half a step beyond the quantiles it is seen at
            double low = below == 0 ? 0 : (below - 0.5) / steps;
            double high = upTo == QUANTILES ? 1 : (upTo - 0.5) / steps;
            return low + draw * (high - low);
        }
        if (below == 0 || below == QUANTILES) {
            return below == 0 ? 0 : 1;
        }
        double low = quantiles[from + below - 1];
        return (below - 1 + (value - low) / (quantiles[from + below] - low)) / steps;
    }

    /** Whether anything is known of a stage. */
    public boolean knows(int stage) {
        return stage >= 0 && stage < rows.length;
    }

    /** Values of a stage, by {@link DealFeature} ordinal. */
    public double[] of(int stage) {
        int from = stage * DealFeature.COUNT;
        return Arrays.copyOfRange(values, from, from + DealFeature.COUNT);
    }
}
