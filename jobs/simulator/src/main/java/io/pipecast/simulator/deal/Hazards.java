package io.pipecast.simulator.deal;

/**
 * The true law of deals: daily chances to move on, to be lost and to turn cold, given everything
 * hidden. Chances of moving on rise to a peak in the stage and then fade, so a deal that lingers
 * dies; wins crowd into the end of the quarter; a warm buyer's replies and meetings carry a deal
 * on.
 */
final class Hazards {
    private static final double MOMENTUM_DRIVES = 0.42;
    private static final double MOST_MOMENTUM = 2.5;
    private static final double COLD_DRIVE = 0.07;
    private static final double LINGERING_DRIVE = 0.04;
    private static final double WARM_LOSS = 0.005;
    private static final double COLD_LOSS = 0.030;
    private static final double COLD_LOSS_GROWTH = 0.0012;
    private static final double REVIVAL = 0.012;
    private static final double BACKWARD = 0.0035;

    /** Working days at the end of a quarter in which everybody wants to sign. */
    static final int RUSH_DAYS = 12;

    private Hazards() {}

    /** Chance that an open deal moves on today: to the next stage, or from the last one to won. */
    static double advance(Deal deal, Today today) {
        if (deal.origin.zombie()) {
            return 0;
        }
        double base =
                deal.dueDay == Deal.UNDATED ? byAge(deal) : byDueDay(deal.dueDay - today.day());
        double chance = base * deal.drives * (deal.warm ? carried(deal) : COLD_DRIVE);
        return Math.min(
                0.7, deal.stage == SalesProcess.count() - 1 ? chance * quarterEnd(today) : chance);
    }

    private static double byAge(Deal deal) {
        double peak = deal.law().peakDays();
        double age = (deal.daysInStage + 0.5) / peak;
        double shape = age * StrictMath.exp(1 - age);
        return deal.law().drive() / peak * (LINGERING_DRIVE + shape);
    }

    private static double byDueDay(int daysUntil) {
        if (daysUntil > 45) {
            return 0.01;
        }
        return daysUntil > 15 ? 0.045 : daysUntil > -10 ? 0.13 : 0.05;
    }

    private static double carried(Deal deal) {
        return StrictMath.exp(MOMENTUM_DRIVES * Math.min(MOST_MOMENTUM, deal.momentum)) * 0.75;
    }

    /** How the place in the quarter multiplies winning. */
    static double quarterEnd(Today today) {
        if (today.left() < RUSH_DAYS) {
            return 1.6 + 3.4 * (RUSH_DAYS - today.left()) / RUSH_DAYS;
        }
        return today.done() < RUSH_DAYS ? 0.42 : 0.7;
    }

    /** Chance that an open deal is lost today. */
    static double loss(Deal deal) {
        if (deal.origin.zombie()) {
            return 0;
        }
        double cold = COLD_LOSS + COLD_LOSS_GROWTH * Math.min(40, deal.daysCold);
        return deal.exposes < 1
                ? (deal.warm ? WARM_LOSS : cold) * (0.5 + 0.5 * deal.exposes)
                : deal.warm ? WARM_LOSS * Math.min(4, deal.exposes) : cold;
    }

    /** Chance that a warm deal turns cold today. */
    static double cooling(Deal deal) {
        if (deal.origin.zombie()) {
            return 0.08;
        }
        double lingering = Math.min(3, deal.daysInStage / (2 * deal.law().peakDays()));
        double care = StrictMath.exp(-0.25 * Math.min(MOST_MOMENTUM, deal.momentum));
        return Math.min(0.4, deal.law().cooling() * deal.exposes * care * (0.6 + lingering));
    }

    /** Chance that a cold deal warms up again today. */
    static double revival(Deal deal) {
        return deal.origin.zombie() ? 0 : Math.min(0.2, REVIVAL * deal.drives);
    }

    /** Chance that a deal falls back a stage today. */
    static double backward(Deal deal) {
        return deal.stage > deal.origin.kind().firstStage && !deal.origin.zombie() ? BACKWARD : 0;
    }
}
