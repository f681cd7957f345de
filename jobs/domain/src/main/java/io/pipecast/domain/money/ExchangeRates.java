package io.pipecast.domain.money;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Dated rates into the corporate currency; the rate of a day is the newest one effective on or
 * before it.
 */
public final class ExchangeRates {
    private final String corporate;
    private final Map<String, TreeMap<Integer, BigDecimal>> rates = new HashMap<>();

    public ExchangeRates(String corporate) {
        this.corporate = corporate;
    }

    /** The currency every total is in. */
    public String corporate() {
        return corporate;
    }

    /**
     * States that from a day on one unit of {@code currency} is worth {@code rate} corporate units.
     */
    public void put(String currency, int effectiveDay, BigDecimal rate) {
        rates.computeIfAbsent(currency, c -> new TreeMap<>()).put(effectiveDay, rate);
    }

    /**
     * The rate in force on a day, or null when none is known: such an amount is unconverted, never
     * 0.
     */
    public BigDecimal on(String currency, int day) {
        if (corporate.equals(currency)) {
            return BigDecimal.ONE;
        }
        TreeMap<Integer, BigDecimal> dated = rates.get(currency);
        Map.Entry<Integer, BigDecimal> entry = dated == null ? null : dated.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }
}
