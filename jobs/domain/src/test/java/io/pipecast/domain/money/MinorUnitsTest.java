package io.pipecast.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinorUnitsTest {
    @Test
    void aShareIsTheExactProductRoundedHalfEven() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            long amount = amount(random);
            long micros = random.nextInt(1_000_001);
            assertThat(MinorUnits.share(amount, micros))
                    .as("%d × %d", amount, micros)
                    .isEqualTo(exact(amount, micros));
        }
    }

    @Test
    void halvesGoToTheEvenNeighbourOnBothSidesOfZero() {
        long[] amounts = {1, 3, 5, 7, 2_000_001, 10_000_000_000_001L, 1_000_001, 3_000_003};
        for (long amount : amounts) {
            assertThat(MinorUnits.share(amount, 500_000)).isEqualTo(exact(amount, 500_000));
            assertThat(MinorUnits.share(-amount, 500_000)).isEqualTo(exact(-amount, 500_000));
        }
        assertThat(MinorUnits.share(1, 500_000)).isZero();
        assertThat(MinorUnits.share(3, 500_000)).isEqualTo(2);
        assertThat(MinorUnits.share(5, 500_000)).isEqualTo(2);
    }

    @Test
    void certaintyIsTheWholeAndNoChanceIsNothing() {
        Random random = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            long amount = amount(random);
            assertThat(MinorUnits.share(amount, 1_000_000)).isEqualTo(amount);
            assertThat(MinorUnits.share(amount, 0)).isZero();
        }
    }

    private static long amount(Random random) {
        long limit = random.nextBoolean() ? MinorUnits.LIMIT : 5_000_000;
        return random.nextLong(-limit, limit + 1);
    }

    private static long exact(long amount, long micros) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(micros, 6))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    @Test
    void everyCurrencyHasItsOwnDecimals() {
        assertThat(MinorUnits.of(new BigDecimal("12.345"), "EUR")).isEqualTo(1_234);
        assertThat(MinorUnits.of(new BigDecimal("12.355"), "EUR")).isEqualTo(1_236);
        assertThat(MinorUnits.of(new BigDecimal("12.5"), "JPY")).isEqualTo(12);
        assertThat(MinorUnits.of(new BigDecimal("12.3455"), "KWD")).isEqualTo(12_346);
        assertThatThrownBy(() -> MinorUnits.of(new BigDecimal("1e30"), "EUR"))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void convertingKeepsTheDecimalsOfBothCurrenciesApart() {
        // 1,000 yen at 0.0061 euro = 6.10 euro
        assertThat(MinorUnits.convert(1_000, "JPY", "EUR", new BigDecimal("0.0061")))
                .isEqualTo(610);
        // 6.10 euro at 163.934 yen = 1,000 yen
        assertThat(MinorUnits.convert(610, "EUR", "JPY", new BigDecimal("163.934")))
                .isEqualTo(1_000);
        // 1.234 dinar at 3.05 euro = 3.7637 euro
        assertThat(MinorUnits.convert(1_234, "KWD", "EUR", new BigDecimal("3.05"))).isEqualTo(376);
        assertThat(MinorUnits.convert(1_005, "EUR", "USD", new BigDecimal("1.1"))).isEqualTo(1_106);
        assertThat(MinorUnits.convert(1_015, "EUR", "USD", new BigDecimal("1.1"))).isEqualTo(1_116);
    }

    @Test
    void onlyIsoCodesAreCurrencies() {
        assertThat(MinorUnits.isCurrency("EUR")).isTrue();
        assertThat(MinorUnits.isCurrency("eur")).isFalse();
        assertThat(MinorUnits.isCurrency("XXL")).isFalse();
        assertThat(MinorUnits.isCurrency(null)).isFalse();
    }

    @Test
    void theRateOfADayIsTheNewestOneOnOrBeforeIt() {
        ExchangeRates rates = new ExchangeRates("EUR");
        rates.put("USD", 100, new BigDecimal("0.9"));
        rates.put("USD", 200, new BigDecimal("0.8"));
        assertThat(rates.on("USD", 99)).isNull();
        assertThat(rates.on("USD", 100)).isEqualByComparingTo("0.9");
        assertThat(rates.on("USD", 199)).isEqualByComparingTo("0.9");
        assertThat(rates.on("USD", 200)).isEqualByComparingTo("0.8");
        assertThat(rates.on("EUR", 1)).isEqualByComparingTo("1");
        assertThat(rates.on("GBP", 1_000)).isNull();
    }
}
