package io.pipecast.training.fit;

import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.ReasonKind;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.Importance;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.FeatureRows;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What deals that went on to be won said of themselves in each stage. */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class NormsFit {
    /** Days of won deals below which a stage has no norms of its own. */
    private static final int LEAST_ROWS = 30;

    /** Rows a model is asked about to see what it goes by, about. */
    private static final int ASKED = 1_000;

    /** Features that are names of things, not quantities. */
    private static final Set<DealFeature> NAMES =
            EnumSet.of(DealFeature.STAGE, DealFeature.LAST_TOUCH);

    /** Features that are compared with what was learned of people and amounts. */
    private static final Set<DealFeature> LEARNED =
            EnumSet.of(
                    DealFeature.AMOUNT,
                    DealFeature.AMOUNT_OF_OWNER,
                    DealFeature.OWNER_WON,
                    DealFeature.OWNER_LOST,
                    DealFeature.ACTOR_WON,
                    DealFeature.ACTOR_LOST);

    /** Kinds that move with the period, and records that were thinner in training. */
    private static final Set<ReasonKind> UNWATCHED =
            EnumSet.of(
                    ReasonKind.CALENDAR,
                    ReasonKind.CLOSE_DATE,
                    ReasonKind.OWNER_RECORD,
                    ReasonKind.TYPES);

    private static final ReasonKind[] KINDS = ReasonKind.values();
    private static final DealFeature[] FEATURES = DealFeature.values();

    private final double[][] features;
    private final long[] packed;
    private final int[] won;

    /**
     * A fit.
     *
     * @param features by row, NaN where not known
     * @param packed rows alike, as they were known when the model was learned
     */
    NormsFit(double[][] features, long[] packed) {
        this.features = features;
        this.packed = packed;
        this.won = IntStream.range(0, packed.length).filter(i -> tells(packed[i])).toArray();
    }

    /** A fit on what was known before a cut, without what is learned of people and amounts. */
    static NormsFit of(TrainingRows all, int cutDay) {
        FeatureRows kept = all.features();
        int[] indexes =
                IntStream.range(0, kept.size())
                        .filter(i -> Row.day(all.row(kept.row(i))) < cutDay)
                        .toArray();
        double[][] features = new double[indexes.length][DealFeature.COUNT];
        long[] packed = new long[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            kept.read(indexes[i], features[i]);
            for (DealFeature feature : LEARNED) {
                features[i][feature.ordinal()] = Double.NaN;
            }
            packed[i] = Row.knownBefore(all.row(kept.row(indexes[i])), cutDay);
        }
        return new NormsFit(features, packed);
    }

    /** Midnights of deals that were won; the moment of an entry is none. */
    private static boolean tells(long row) {
        return Row.end(row) == End.WON && Row.timeBand(row) != TimeInStage.JUST_ENTERED;
    }

    /** The norms; none where no deal was won. */
    Norms fit(int stages, DealFactor factor) {
        if (won.length == 0) {
            return Norms.NONE;
        }
        double[] values = new double[stages * DealFeature.COUNT];
        int[] levels = new int[stages];
        int[] rows = new int[stages];
        for (int stage = 0; stage < stages; stage++) {
            int of = stage;
            int[] own = Arrays.stream(won).filter(i -> Row.stage(packed[i]) == of).toArray();
            rows[stage] = own.length < LEAST_ROWS ? 0 : own.length;
            int[] used = rows[stage] == 0 ? won : own;
            for (DealFeature feature : FEATURES) {
                values[stage * DealFeature.COUNT + feature.ordinal()] = norm(feature, used);
            }
            levels[stage] = level(used, factor);
        }
        return new Norms(values, levels, rows, quantiles());
    }

    /**
     * What a model goes by, as metrics: the share of each kind of reason in what it makes of the
     * deals of the log.
     */
    Map<String, Double> importance(HazardModel model, AsOf asOf) {
        int step = Math.max(1, packed.length / ASKED);
        List<Importance.Asked> asked = new ArrayList<>();
        for (int i = 0; i < packed.length; i += step) {
            int level = Row.level(packed[i], model.tables().factor());
            asked.add(new Importance.Asked(features[i], Row.segment(packed[i]), level));
        }
        Map<String, Double> metrics = new TreeMap<>();
        Importance.of(model, asked, asOf)
                .forEach((kind, share) -> metrics.put("importance." + kind, share));
        return metrics;
    }

    private double norm(DealFeature feature, int[] rows) {
        double[] sorted =
                Arrays.stream(rows)
                        .mapToDouble(i -> features[i][feature.ordinal()])
                        .sorted()
                        .toArray();
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        if (feature == DealFeature.VISITED) {
            return visited(sorted);
        }
        return NAMES.contains(feature) ? mostFrequent(sorted) : sorted[sorted.length / 2];
    }

    /** Of the first feature of each kind, over all deals: won, lost and open ones. */
    private double[] quantiles() {
        int[] midnights =
                IntStream.range(0, packed.length)
                        .filter(i -> Row.timeBand(packed[i]) != TimeInStage.JUST_ENTERED)
                        .toArray();
        double[] quantiles = new double[KINDS.length * Norms.QUANTILES];
        Arrays.fill(quantiles, Double.NaN);
        for (ReasonKind kind : KINDS) {
            int feature = kind.features().get(0).ordinal();
            double[] sorted =
                    Arrays.stream(midnights)
                            .mapToDouble(i -> features[i][feature])
                            .sorted()
                            .toArray();
            if (UNWATCHED.contains(kind)
                    || sorted.length == 0
                    || Double.isNaN(sorted[sorted.length - 1])) {
                continue;
            }
            for (int i = 0; i < Norms.QUANTILES; i++) {
                long at = Math.round((double) i * (sorted.length - 1) / (Norms.QUANTILES - 1));
                quantiles[kind.ordinal() * Norms.QUANTILES + i] = sorted[(int) at];
            }
        }
        return quantiles;
    }

    /** Stages most had visited. */
    private static double visited(double[] sets) {
        long most = 0;
        for (int stage = 0; stage < Long.SIZE - 1; stage++) {
            long bit = 1L << stage;
            long with = Arrays.stream(sets).filter(set -> ((long) set & bit) != 0).count();
            most |= 2 * with > sets.length ? bit : 0;
        }
        return most;
    }

    private static double mostFrequent(double[] sorted) {
        double best = sorted[0];
        int most = 0;
        for (int i = 0, from = 0; i < sorted.length; i++) {
            from = sorted[i] == sorted[from] ? from : i;
            if (i - from + 1 > most) {
                most = i - from + 1;
                best = sorted[i];
            }
        }
        return best;
    }

    private int level(int[] rows, DealFactor factor) {
        double[] sorted =
                Arrays.stream(rows)
                        .mapToDouble(i -> Row.level(packed[i], factor))
                        .sorted()
                        .toArray();
        return (int) mostFrequent(sorted);
    }
}
