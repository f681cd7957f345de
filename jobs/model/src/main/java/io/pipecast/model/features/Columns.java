package io.pipecast.model.features;

import java.util.Arrays;

/**
 * What a linear model multiplies its weights with: each column is a simple function of one feature,
 * perhaps within one stage. Immutable; flat arrays as documents hold them.
 */
public final class Columns {
    /** How a column comes from its feature x. */
    public enum Kind {
        /** x, held within ± bound. */
        PLAIN,
        /** ln(1 + x), 0 below 0 and held at the bound: nothing is said of what was never seen. */
        LOG,
        /** 1 where x < bound, else 0. */
        BELOW,
        /** x held within 0 and the bound, ÷ the bound. */
        UP_TO,
        /** 1 in the stage. */
        IN_STAGE,
        /** 1 once the stage was visited. */
        VISITED,
        /** ln(1 + x) held at the bound in the stage, else 0. */
        LOG_IN_STAGE,
        /** 1 where x is the number of the stage, whatever it stands for, else 0. */
        IS
    }

    private static final Kind[] KINDS = Kind.values();

    @SuppressWarnings("EnumOrdinal")
    private static final int VISITED_AT = DealFeature.VISITED.ordinal();

    private final Kind[] kinds;
    private final DealFeature[] features;
    private final int[] stages;
    private final double[] bounds;
    private final byte[] kind;
    private final byte[] feature;
    private final boolean[] logged = new boolean[DealFeature.COUNT];

    /**
     * Columns.
     *
     * @param kinds of each column
     * @param features feature of each column
     * @param stages stage of each column, meaningless where the kind knows none
     * @param bounds bound of each column, alike
     * @throws IllegalArgumentException when the arrays differ in length
     */
    @SuppressWarnings("EnumOrdinal") // as fast as it gets
    public Columns(Kind[] kinds, DealFeature[] features, int[] stages, double[] bounds) {
        int n = kinds.length;
        if (features.length != n || stages.length != n || bounds.length != n) {
            throw new IllegalArgumentException(
                    "columns must agree in length, had "
                            + Arrays.toString(
                                    new int[] {n, features.length, stages.length, bounds.length}));
        }
        this.kinds = kinds.clone();
        this.features = features.clone();
        this.stages = stages.clone();
        this.bounds = bounds.clone();
        this.kind = new byte[n];
        this.feature = new byte[n];
        for (int i = 0; i < n; i++) {
            kind[i] = (byte) kinds[i].ordinal();
            feature[i] = (byte) features[i].ordinal();
            logged[feature[i]] |= kinds[i] == Kind.LOG || kinds[i] == Kind.LOG_IN_STAGE;
        }
    }

    /** Number of columns. */
    public int size() {
        return kind.length;
    }

    /** Kind of a column. */
    public Kind kind(int column) {
        return kinds[column];
    }

    /** Feature of a column. */
    public DealFeature feature(int column) {
        return features[column];
    }

    /** Stage of a column. */
    public int stage(int column) {
        return stages[column];
    }

    /** Bound of a column. */
    public double bound(int column) {
        return bounds[column];
    }

    /** The same columns with other bounds. */
    public Columns bounded(double[] newBounds) {
        return new Columns(kinds, features, stages, newBounds);
    }

    /** The columns at the given indexes, in their order. */
    public Columns only(int[] kept) {
        return new Columns(
                Arrays.stream(kept).mapToObj(i -> kinds[i]).toArray(Kind[]::new),
                Arrays.stream(kept).mapToObj(i -> features[i]).toArray(DealFeature[]::new),
                Arrays.stream(kept).map(i -> stages[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> bounds[i]).toArray());
    }

    /**
     * Computes all columns of a deal.
     *
     * @param values by {@link DealFeature} ordinal
     * @param logs room for the logarithms, as long
     * @param out by column
     */
    public void read(double[] values, double[] logs, double[] out) {
        for (int i = 0; i < logged.length; i++) {
            if (logged[i]) {
                logs[i] = QuickLog.ofNext(values[i]);
            }
        }
        int stage = (int) values[0];
        long visited = (long) values[VISITED_AT];
        for (int i = 0; i < kind.length; i++) {
            int f = feature[i];
            out[i] =
                    switch (KINDS[kind[i]]) {
                        case PLAIN -> Math.max(-bounds[i], Math.min(bounds[i], values[f]));
                        case LOG -> Math.min(bounds[i], logs[f]);
                        case BELOW -> values[f] < bounds[i] ? 1 : 0;
                        case UP_TO -> Math.max(0, Math.min(1, values[f] / bounds[i]));
                        case IN_STAGE -> stage == stages[i] ? 1 : 0;
                        case VISITED -> visited >>> stages[i] & 1;
                        case LOG_IN_STAGE -> stage == stages[i] ? Math.min(bounds[i], logs[f]) : 0;
                        case IS -> values[f] == stages[i] ? 1 : 0;
                    };
        }
    }
}
