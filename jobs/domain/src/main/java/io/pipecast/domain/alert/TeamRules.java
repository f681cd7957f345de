package io.pipecast.domain.alert;

import io.pipecast.domain.money.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Every rule about teams there is, in the order of {@link AlertRule}. */
final class TeamRules {
    static final List<TeamRule> ALL = List.of(new CoverageLow(), new ForecastFell());

    private TeamRules() {}

    /** The rule of a name; every alert about a team has one. */
    static TeamRule of(AlertRule rule) {
        for (TeamRule each : ALL) {
            if (each.rule() == rule) {
                return each;
            }
        }
        throw new IllegalArgumentException(rule + " must be a rule about teams");
    }

    /** Whole major units: {@code USD 120,000}. */
    static String money(long minor, String currency) {
        BigDecimal major =
                BigDecimal.valueOf(minor, MinorUnits.exponent(currency))
                        .setScale(0, RoundingMode.HALF_EVEN);
        return currency + String.format(Locale.ROOT, " %,d", major.longValueExact());
    }
}
