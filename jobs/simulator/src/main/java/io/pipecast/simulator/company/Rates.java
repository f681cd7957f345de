package io.pipecast.simulator.company;

import io.pipecast.simulator.chance.Dice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Exchange rates into US dollars; they drift month by month. */
public final class Rates {
    /** Currencies quoted in besides the corporate one. */
    public static final List<String> FOREIGN = List.of("EUR", "GBP");

    private static final double[] ANCHOR = {1.09, 1.28};
    private static final double MONTHLY_MOVE = 0.012;
    private static final double PULL_TO_ANCHOR = 0.15;

    private final Dice dice;
    private final double[] rates = ANCHOR.clone();

    public Rates(long seed) {
        this.dice = Dice.of(seed, Dice.Stream.RATES, 0);
    }

    /** Moves all rates by a month. */
    public void drift() {
        for (int i = 0; i < rates.length; i++) {
            double back = PULL_TO_ANCHOR * (ANCHOR[i] - rates[i]);
            rates[i] += back + ANCHOR[i] * MONTHLY_MOVE * dice.normal();
        }
    }

    /** Rate as published: dollars for one unit, four decimals. */
    public String published(String currency) {
        return BigDecimal.valueOf(of(currency)).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Dollars for one unit. */
    public double of(String currency) {
        int i = FOREIGN.indexOf(currency);
        return i < 0 ? 1 : rates[i];
    }
}
