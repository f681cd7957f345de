package io.pipecast.training.fit;

import io.pipecast.model.features.Columns;
import io.pipecast.model.features.DealFeature;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The columns that say anything about a set of rows, held within what was seen. */
final class VaryingColumns {
    /** Share of rows in which a column must differ from its first value, and from 0. */
    private static final double LEAST_SHARE = 0.002;

    private static final int LEAST_ROWS = 10;

    /** Share of a column's values that its bound lets through. */
    private static final double SEEN = 0.95;

    private VaryingColumns() {}

    static Columns of(EffectData data, Columns all) {
        double[][] values = values(data, all);
        int[] kept = IntStream.range(0, all.size()).filter(j -> varies(values, j)).toArray();
        return within(values, all).only(kept);
    }

    private static boolean varies(double[][] values, int column) {
        double least = Math.max(LEAST_ROWS, LEAST_SHARE * values.length);
        long other = 0;
        long some = 0;
        for (double[] row : values) {
            other += row[column] != values[0][column] ? 1 : 0;
            some += row[column] != 0 ? 1 : 0;
        }
        return other >= least && some >= least;
    }

    /** The columns, unbounded ones held within all but the highest values. */
    private static Columns within(double[][] values, Columns all) {
        double[] bounds = new double[all.size()];
        for (int j = 0; j < bounds.length; j++) {
            bounds[j] = Double.isInfinite(all.bound(j)) ? bound(values, j) : all.bound(j);
        }
        return all.bounded(bounds);
    }

    private static double bound(double[][] values, int column) {
        double[] seen =
                Arrays.stream(values)
                        .mapToDouble(row -> row[column])
                        .filter(x -> x > 0)
                        .sorted()
                        .toArray();
        return seen.length == 0 ? 0 : seen[(int) (SEEN * (seen.length - 1))];
    }

    /** Columns by row. */
    static double[][] values(EffectData data, Columns columns) {
        double[] logs = new double[DealFeature.COUNT];
        double[][] values = new double[data.features.length][columns.size()];
        for (int i = 0; i < values.length; i++) {
            columns.read(data.features[i], logs, values[i]);
        }
        return values;
    }
}
