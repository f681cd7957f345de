package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealView;
import java.util.Locale;

/**
 * How much a deal matters, whatever is the matter with it: (amount ÷ what a won deal of its kind
 * usually brings)^¾ × the period at stake × the chance still there. The power keeps one giant from
 * crowding out everything else; a deal without an amount counts as a quarter of a usual one.
 */
final class Importance {
    private static final double UNPRICED = 0.25;
    private static final double MOST = 25;

    /** Usual amount where none was learned, minor units: it only compares deals then. */
    private static final double UNKNOWN_NORM = 10_000_000;

    private static final double NEXT_PERIOD = 0.8;
    private static final double LATER = 0.6;

    /** Chance at which a deal is worth full attention. */
    private static final double FULL_CHANCE = 0.2;

    private final double ratio;
    private final boolean known;
    private final int periodsAhead;
    private final double chance;

    private Importance(double ratio, boolean known, int periodsAhead, double chance) {
        this.ratio = ratio;
        this.known = known;
        this.periodsAhead = periodsAhead;
        this.chance = chance;
    }

    /**
     * The importance of an open deal.
     *
     * @param amount corporate minor units, or Long.MIN_VALUE
     * @param chance to be won ever, or NaN
     */
    static Importance of(DealView deal, long amount, double chance, long at, AlertContext context) {
        double usual = context.learned().usualAmount(deal.dealType);
        boolean known = usual > 0 && amount != Long.MIN_VALUE;
        double norm = usual > 0 ? usual : UNKNOWN_NORM;
        double ratio = amount == Long.MIN_VALUE ? UNPRICED : Math.max(UNPRICED, amount / norm);
        return new Importance(ratio, known, periodsAhead(deal, at, context), chance);
    }

    /** 0 for this period and what is overdue; 9 for no date. */
    private static int periodsAhead(DealView deal, long at, AlertContext context) {
        if (deal.closeDate == DealView.UNKNOWN) {
            return 9;
        }
        int day = context.settings().calendar().days().dayOf(at);
        Period now = context.settings().calendar().fiscal().at(day);
        Period due = context.settings().calendar().fiscal().at(deal.closeDate);
        return Math.max(0, due.index() - now.index());
    }

    /** The product. */
    double value() {
        double stake = periodsAhead == 0 ? 1 : periodsAhead == 1 ? NEXT_PERIOD : LATER;
        double there = Double.isNaN(chance) ? 1 : 0.5 + 0.5 * Math.min(1, chance / FULL_CHANCE);
        double root = Math.sqrt(Math.min(MOST, ratio));
        return root * Math.sqrt(root) * stake * there;
    }

    /** Why it matters, in one line. */
    String why(double risk) {
        StringBuilder line = new StringBuilder();
        if (known) {
            line.append(String.format(Locale.ROOT, "%.1f", ratio))
                    .append(" times what a won deal usually brings, ");
        }
        line.append(
                switch (periodsAhead) {
                    case 0 -> "due this period";
                    case 1 -> "due next period";
                    case 9 -> "without a close date";
                    default -> "due later";
                });
        percent(line, chance, " % likely to be won");
        percent(line, risk, " % likely to be lost or pushed out within 30 days");
        return line.toString();
    }

    private static void percent(StringBuilder line, double share, String words) {
        if (!Double.isNaN(share)) {
            line.append(", ").append(Math.round(100 * share)).append(words);
        }
    }
}
