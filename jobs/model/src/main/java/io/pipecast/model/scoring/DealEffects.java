package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.Columns;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.DealReading;
import io.pipecast.model.features.Lengths;
import io.pipecast.model.features.QuickLog;
import io.pipecast.model.features.Records;

/**
 * What a deal's own state does to the hazards of its stage and time in it. For each way to end and
 * each span of days ahead a score is computed from the deal's features and the hazards of the span,
 * by a linear model, by trees or by a mixture of both, and calibrated: the logarithm of the odds to
 * end that way within the span against staying open. What both scores say of the span (multinomial
 * logit) is reached by scaling the hazards of all its days alike. So one model answers every
 * horizon, and consistently. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
public final class DealEffects {
    /** Ways to end, the major index of all arrays by cause: 0 won, 1 lost. */
    public static final int CAUSES = 2;

    private static final double LEAST_HAZARD = 1e-7;
    private static final double MOST_ODDS = 300;
    private static final int WON_HAZARD = DealFeature.WON_HAZARD.ordinal();
    private static final int LOST_HAZARD = DealFeature.LOST_HAZARD.ordinal();

    private final Records records;
    private final Columns columns;
    private final Spans spans;
    private final double[] weights;
    private final double[] hazardWeights;
    private final double[] intercepts;
    private final Trees[] trees;
    private final double[] mixture;
    private final int outputs;
    private final byte[] spanOf = new byte[DaySums.BANDS];

    /**
     * Spans of days ahead, as bands.
     *
     * @param first first band of each span, ascending from 0
     * @param learnedTo first band after those the span was learned on; the bands from there to the
     *     next span are scaled alike
     */
    @SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
    public record Spans(int[] first, int[] learnedTo) {
        /** Number of spans. */
        public int count() {
            return first.length;
        }
    }

    /**
     * Effects. Outputs are cause × span, the span fastest.
     *
     * @param weights by column × output
     * @param hazardWeights by output × (logarithm of the hazard of winning, of losing)
     * @param intercepts by output
     * @param trees by output, or none at all
     * @param mixture by output × (constant, weight of the linear score, weight of the trees)
     * @throws IllegalArgumentException naming the array whose length or content is wrong
     */
    public DealEffects(
            Records records,
            Columns columns,
            Spans spans,
            double[] weights,
            double[] hazardWeights,
            double[] intercepts,
            Trees[] trees,
            double[] mixture) {
        this.outputs = CAUSES * spans.count();
        Lengths.expect("weights", columns.size() * outputs, weights.length);
        Lengths.expect("hazardWeights", 2 * outputs, hazardWeights.length);
        Lengths.expect("intercepts", outputs, intercepts.length);
        Lengths.expect("trees", trees.length == 0 ? 0 : outputs, trees.length);
        Lengths.expect("mixture", 3 * outputs, mixture.length);
        for (double[] values : new double[][] {weights, hazardWeights, intercepts, mixture}) {
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "weights must be finite numbers, held " + value);
                }
            }
        }
        this.records = records;
        this.columns = columns;
        this.spans = spans;
        this.weights = weights.clone();
        this.hazardWeights = hazardWeights.clone();
        this.intercepts = intercepts.clone();
        this.trees = trees.clone();
        this.mixture = mixture.clone();
        for (int band = 0, span = 0; band < spanOf.length; band++) {
            span += span + 1 < spans.count() && band >= spans.first[span + 1] ? 1 : 0;
            spanOf[band] = (byte) span;
        }
    }

    /** Reusable room for one computation. */
    static final class Room {
        final double[] features = new double[DealFeature.COUNT];
        private final double[] logs = new double[DealFeature.COUNT];
        private double[] columns = new double[0];
        private double[] scores = new double[0];
    }

    /** Scales the rates of a path by what the deal says of itself. */
    void scale(DealView deal, AsOf asOf, OutcomePath path, Room room) {
        DealReading.read(deal, asOf, room.features);
        records.read(deal, asOf.instant, room.features);
        linear(room);
        for (int span = 0; span < spans.count(); span++) {
            scale(span, path, room);
        }
    }

    private void scale(int span, OutcomePath path, Room room) {
        double won = hazard(path.won, span);
        double lost = hazard(path.lost, span);
        hazards(won, lost, room);
        scale(span, path, won, lost, score(span, room), score(spans.count() + span, room));
    }

    /** Looks at the hazards of a span as features. */
    void hazards(int span, OutcomePath path, Room room) {
        hazards(hazard(path.won, span), hazard(path.lost, span), room);
    }

    private static void hazards(double won, double lost, Room room) {
        room.features[WON_HAZARD] = oddsOf(won, won + lost);
        room.features[LOST_HAZARD] = oddsOf(lost, won + lost);
    }

    /** Scales the rates of a span by what two scores say of it. */
    void scale(int span, OutcomePath path, double winning, double losing) {
        scale(span, path, hazard(path.won, span), hazard(path.lost, span), winning, losing);
    }

    private void scale(
            int span, OutcomePath path, double won, double lost, double winning, double losing) {
        double toWin = Math.exp(Math.min(MOST_ODDS, winning));
        double toLose = Math.exp(Math.min(MOST_ODDS, losing));
        double ends = logNextOver(toWin + toLose);
        double wonBy = ends * toWin / Math.max(LEAST_HAZARD, won);
        double lostBy = ends * toLose / Math.max(LEAST_HAZARD, lost);
        int end = span + 1 < spans.count() ? spans.first[span + 1] : DaySums.BANDS;
        for (int band = spans.first[span]; band < end; band++) {
            path.won[band] *= wonBy;
            path.lost[band] *= lostBy;
        }
    }

    private double hazard(double[] rates, int span) {
        double sum = 0;
        for (int band = spans.first[span]; band < spans.learnedTo[span]; band++) {
            sum += rates[band];
        }
        return sum;
    }

    /**
     * Logarithm of the odds of ending one way against staying open over a span, as models see it.
     *
     * @param hazard of that way over the span
     * @param all hazards of all ways
     */
    public static double oddsOf(double hazard, double all) {
        double h = Math.max(LEAST_HAZARD, hazard);
        double sum = Math.max(h, all);
        // (e^sum − 1) ÷ sum, which is nearly 1 where little happens
        double growth = sum < 0.01 ? 1 + sum / 2 : Math.expm1(Math.min(MOST_ODDS, sum)) / sum;
        return QuickLog.of(h * growth);
    }

    /** ln(1 + x) ÷ x for x > 0. */
    private static double logNextOver(double x) {
        return x < 0.01 ? 1 - x * (1.0 / 2 - x / 3) : QuickLog.ofNext(x) / x;
    }

    /** A score, by the columns and hazards in the room. */
    double score(int output, Room room) {
        double score =
                room.scores[output]
                        + hazardWeights[2 * output] * room.features[WON_HAZARD]
                        + hazardWeights[2 * output + 1] * room.features[LOST_HAZARD];
        double mixed = mixture[3 * output] + mixture[3 * output + 1] * score;
        if (trees.length > 0 && mixture[3 * output + 2] != 0) {
            mixed += mixture[3 * output + 2] * trees[output].sum(room.features);
        }
        return mixed;
    }

    /** The linear scores of the features in the room, but for the hazards' part. */
    void linear(Room room) {
        if (room.columns.length != columns.size() || room.scores.length != outputs) {
            room.columns = new double[columns.size()];
            room.scores = new double[outputs];
        }
        columns.read(room.features, room.logs, room.columns);
        linear(room.columns, room.scores);
    }

    private void linear(double[] values, double[] scores) {
        System.arraycopy(intercepts, 0, scores, 0, outputs);
        for (int column = 0, at = 0; column < values.length; column++, at += outputs) {
            double value = values[column];
            if (value != 0) {
                for (int output = 0; output < outputs; output++) {
                    scores[output] += value * weights[at + output];
                }
            }
        }
    }

    /** What is known of people and amounts. */
    public Records records() {
        return records;
    }

    /** What the linear model looks at. */
    public Columns columns() {
        return columns;
    }

    /** Spans of days ahead. */
    public Spans spans() {
        return spans;
    }

    /** Weights by column × output. */
    public double[] weights() {
        return weights.clone();
    }

    /** Weights by output × logarithm of hazard. */
    public double[] hazardWeights() {
        return hazardWeights.clone();
    }

    /** Intercepts by output. */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /** Trees by output, or none. */
    public Trees[] trees() {
        return trees.clone();
    }

    /** By output: constant, weight of the linear score, weight of the trees. */
    public double[] mixture() {
        return mixture.clone();
    }

    /**
     * Adds to each feature its part of the difference of a score between two deals: exactly of the
     * linear part, by Shapley values of the trees.
     */
    void share(int output, Room deal, Room other, double[] parts) {
        double linear = mixture[3 * output + 1];
        for (int column = 0; column < columns.size(); column++) {
            double moved = deal.columns[column] - other.columns[column];
            if (moved != 0) {
                parts[columns.feature(column).ordinal()] +=
                        linear * moved * weights[column * outputs + output];
            }
        }
        parts[WON_HAZARD] +=
                linear
                        * hazardWeights[2 * output]
                        * (deal.features[WON_HAZARD] - other.features[WON_HAZARD]);
        parts[LOST_HAZARD] +=
                linear
                        * hazardWeights[2 * output + 1]
                        * (deal.features[LOST_HAZARD] - other.features[LOST_HAZARD]);
        double ofTrees = mixture[3 * output + 2];
        if (trees.length > 0 && ofTrees != 0) {
            new TreeShares(trees[output], deal.features, other.features, ofTrees, parts).add();
        }
    }
}
