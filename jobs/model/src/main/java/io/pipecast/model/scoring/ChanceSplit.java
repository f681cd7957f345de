package io.pipecast.model.scoring;

import io.pipecast.model.features.DealFeature;

/**
 * Splits the difference between two deals' chances to be won in the end, as logarithms of odds,
 * into parts of their features; the parts sum to the difference. The scores of a model are sums
 * already. What lies above them is bent: hazards of stage and time in stage, their factor, the days
 * that are supported, and each score are exchanged one after the other, forwards and backwards, and
 * what an exchange does, in the mean of both, is handed down to the features in proportion to what
 * they add to the score (the rescale rule of DeepLIFT, Shrikumar and others 2017).
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class ChanceSplit {
    /** Parts that are no feature's, after those of the features. */
    static final int LEVEL = DealFeature.COUNT;

    /** Of the days in which a win is supported by what was seen. */
    static final int SUPPORT = DealFeature.COUNT + 1;

    private static final int FIRST_SCORE = 3;
    private static final double LEAST = 1e-6;
    private static final double NUDGE = 1e-3;
    private static final int CELL = DealFeature.WON_HAZARD.ordinal();

    private final HazardModel model;
    private final Standing deal;
    private final Standing other;
    private final double[] scores;
    private final boolean[] ofDeal;
    private final OutcomePath path = new OutcomePath();

    /** Parts by feature, then {@link #LEVEL} and {@link #SUPPORT}, log-odds. */
    final double[] parts = new double[DealFeature.COUNT + 2];

    /** Chances of the two, 0 to 1. */
    final double chance;

    final double otherChance;

    ChanceSplit(HazardModel model, Standing deal, Standing other) {
        this.model = model;
        this.deal = deal;
        this.other = other;
        this.scores = other.scores.clone();
        this.ofDeal = new boolean[FIRST_SCORE + scores.length];
        this.otherChance = chance();
        double[] moves = moves();
        for (int i = 0; i < ofDeal.length; i++) {
            exchange(i, true);
        }
        this.chance = chance();
        parts[CELL] += moves[0];
        parts[LEVEL] += moves[1];
        parts[SUPPORT] += moves[2];
        for (int output = 0; output < scores.length; output++) {
            handDown(output, moves[FIRST_SCORE + output]);
        }
    }

    /** Logarithm of the odds of a chance, which is held within a millionth of 0 and 1. */
    static double logit(double chance) {
        double p = Math.max(LEAST, Math.min(1 - LEAST, chance));
        return Math.log(p / (1 - p));
    }

    /** What each exchange does, in the mean of both orders; begins and ends at the other deal. */
    private double[] moves() {
        double[] moves = new double[ofDeal.length];
        double before = logit(otherChance);
        for (int i = 0; i < moves.length; i++) {
            before = exchanged(i, true, before, moves);
        }
        // taken back in the same order, an exchange comes after those that came before it
        for (int i = 0; i < moves.length; i++) {
            before = exchanged(i, false, before, moves);
        }
        return moves;
    }

    private double exchanged(int i, boolean toDeal, double before, double[] moves) {
        exchange(i, toDeal);
        double after = logit(chance());
        moves[i] += (toDeal ? after - before : before - after) / 2;
        return after;
    }

    private void exchange(int i, boolean toDeal) {
        ofDeal[i] = toDeal;
        if (i >= FIRST_SCORE) {
            int output = i - FIRST_SCORE;
            scores[output] = (toDeal ? deal : other).scores[output];
        }
    }

    private Standing at(int i) {
        return ofDeal[i] ? deal : other;
    }

    private double chance() {
        Standing cell = at(0);
        double limit = at(2).limit;
        if (limit <= 0) {
            return 0;
        }
        cell.fill(model, at(1).level, path);
        int spans = scores.length / DealEffects.CAUSES;
        for (int span = 0; span < spans; span++) {
            model.effects().scale(span, path, scores[span], scores[spans + span]);
        }
        path.walk(cell.fraction());
        return path.wonWithin(limit + cell.asOf.fraction - cell.fraction());
    }

    private void handDown(int output, double move) {
        double[] shares = new double[parts.length];
        int span = output % (scores.length / DealEffects.CAUSES);
        deal.look(model, span, path);
        other.look(model, span, path);
        model.effects().share(output, deal.room, other.room, shares);
        double moved = deal.scores[output] - other.scores[output];
        double slope = Math.abs(moved) < LEAST ? slope(output) : move / moved;
        double left = move;
        for (int i = 0; i < shares.length; i++) {
            parts[i] += slope * shares[i];
            left -= slope * shares[i];
        }
        // next to nothing: what rounding leaves
        parts[CELL] += left;
    }

    private double slope(int output) {
        double score = scores[output];
        scores[output] = score + NUDGE;
        double above = logit(chance());
        scores[output] = score - NUDGE;
        double below = logit(chance());
        scores[output] = score;
        return (above - below) / (2 * NUDGE);
    }
}
