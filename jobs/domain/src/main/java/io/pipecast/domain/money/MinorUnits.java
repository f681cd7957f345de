package io.pipecast.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Money as {@code long} minor units of an ISO 4217 currency. */
public final class MinorUnits {
    /** Largest amount accepted anywhere, in minor units; larger ones are refused as implausible. */
    public static final long LIMIT = 10_000_000_000_000L;

    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private MinorUnits() {}

    /** Whether a code is an ISO 4217 currency. */
    public static boolean isCurrency(String code) {
        return code != null && CODES.contains(code);
    }

    /** Decimal places of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
    public static int exponent(String code) {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    /** A decimal amount in minor units, HALF_EVEN. */
    public static long of(BigDecimal major, String currency) {
        return major.movePointRight(exponent(currency))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * Converts once from one currency's minor units to another's, HALF_EVEN.
     *
     * @param rate units of {@code to} for one unit of {@code from}
     */
    public static long convert(long amount, String from, String to, BigDecimal rate) {
        return BigDecimal.valueOf(amount, exponent(from))
                .multiply(rate)
                .movePointRight(exponent(to))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * amount × micros ÷ 10⁶, HALF_EVEN: the expected value of a deal, exact and so additive once
     * rounded.
     */
    public static long share(long amount, long micros) {
        long whole = amount / 1_000_000L * micros;
        long rest = amount % 1_000_000L * micros;
        long quotient = rest / 1_000_000L;
        long remainder = Math.abs(rest % 1_000_000L);
        boolean up = remainder > 500_000L || remainder == 500_000L && ((whole + quotient) & 1) != 0;
        return whole + quotient + (up ? Long.signum(amount) : 0);
    }
}
