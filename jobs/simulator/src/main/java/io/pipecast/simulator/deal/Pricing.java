package io.pipecast.simulator.deal;

import io.pipecast.simulator.chance.Dice;

/** Amounts as entered and as signed, minor units of the deal's currency. */
final class Pricing {
    private static final double ENTERED_OVER_WORTH = 1.12;
    private static final double USUAL_DISCOUNT = 0.05;
    private static final double QUARTER_END_DISCOUNT = 0.07;
    private static final long WHOLE_HUNDREDS = 100_00;

    private Pricing() {}

    /** A first or revised estimate; closer to the truth the later the stage. */
    static long estimate(Deal deal) {
        double done = deal.stage / (double) SalesProcess.count();
        double bias = 1 + (ENTERED_OVER_WORTH - 1) * (1 - done);
        double noise = StrictMath.exp((0.3 - 0.2 * done) * deal.dice.normal());
        return rounded(deal.origin.worth() * bias * noise);
    }

    /** What is signed: discounts are deepest at the end of a quarter. */
    static long signed(Deal deal, Today today) {
        Dice dice = deal.dice;
        double discount = USUAL_DISCOUNT * 2 * dice.uniform();
        if (today.left() < Hazards.RUSH_DAYS) {
            discount += QUARTER_END_DISCOUNT * 2 * dice.uniform();
        }
        long basis =
                deal.amount == Deal.UNPRICED
                        ? deal.origin.worth()
                        : (deal.amount + deal.origin.worth()) / 2;
        return rounded(basis * (1 - discount));
    }

    private static long rounded(double amount) {
        return Math.max(1, Math.round(amount / WHOLE_HUNDREDS)) * WHOLE_HUNDREDS;
    }
}
