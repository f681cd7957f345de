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
 */
@SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // plain data that nobody compares
public record Norms(double[] values, int[] levels, int[] rows) {
    /** Nothing known. */
    public static final Norms NONE = new Norms(new double[0], new int[0], new int[0]);

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
        for (int level : levels) {
            if (level < 0 || level >= DealFactor.LEVELS) {
                throw new IllegalArgumentException(
                        "a level must be 0 to " + (DealFactor.LEVELS - 1) + ", was " + level);
            }
        }
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
