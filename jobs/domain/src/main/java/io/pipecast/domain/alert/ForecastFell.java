package io.pipecast.domain.alert;

import io.pipecast.domain.forecast.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The expected landing fell within a week by more than it usually moves. What usually moves follows
 * from how unsure the landing was then: a forecast that is right on average loses the same share of
 * its variance on every day, so within w of the d days to the end of the period its mean moves by
 * spread × √(w ÷ d), one standard deviation. What another model or organization moved does not
 * count. Its measure is the fall as a percentage of that; in the first week of a period it is
 * silent.
 */
final class ForecastFell implements TeamRule {
    /** From P10 to P90 of a normal law, in standard deviations. */
    private static final double P10_TO_P90 = 2.5631;

    /** What can lower a forecast; time passing is what deals lose that are not won meanwhile. */
    private static final Map<String, List<Quantity>> PARTS = parts();

    private static Map<String, List<Quantity>> parts() {
        Map<String, List<Quantity>> parts = new LinkedHashMap<>();
        parts.put(
                "fewer wins and more losses than expected",
                List.of(
                        Quantity.BRIDGE_WON,
                        Quantity.BRIDGE_LOST,
                        Quantity.BRIDGE_PROBABILITY,
                        Quantity.BRIDGE_TIME,
                        Quantity.BRIDGE_DEMAND));
        parts.put("pushed deals", List.of(Quantity.BRIDGE_PUSHED));
        parts.put("smaller amounts", List.of(Quantity.BRIDGE_AMOUNT));
        parts.put(
                "less new business than expected",
                List.of(Quantity.BRIDGE_NEW, Quantity.BRIDGE_EXPECTED_NEW));
        return parts;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.FORECAST_FELL;
    }

    @Override
    public int measure(TeamSight sight) {
        boolean known =
                sight.has(Quantity.MODEL_MEAN, Quantity.MODEL_P10, Quantity.MODEL_P90)
                        && days(sight) == TeamBook.DAYS;
        if (!known) {
            return NOTHING;
        }
        long usual = usual(sight);
        long fall = amount(sight);
        return usual <= 0 || fall <= 0 ? 0 : (int) Math.min(9_999, fall * 100.0 / usual);
    }

    /** By how much it fell; what model and organization moved is taken out. */
    @Override
    public long amount(TeamSight sight) {
        long moved = sight.value(Quantity.MODEL_MEAN) - sight.then().mean();
        return sight.moved(Quantity.BRIDGE_MODEL)
                + sight.moved(Quantity.BRIDGE_ORGANIZATION)
                - moved;
    }

    private static long usual(TeamSight sight) {
        double days = days(sight);
        double left = sight.row().periodEnd() - sight.then().day();
        return Math.round(sight.then().spread() / P10_TO_P90 * Math.sqrt(days / left));
    }

    private static int days(TeamSight sight) {
        return sight.day() - sight.then().day();
    }

    @Override
    public int severity(int measured, int limit, boolean alive) {
        if (measured < limit) {
            return alive && 2 * measured >= limit ? 1 : 0;
        }
        return 2 * measured < 3 * limit ? 1 : measured < 2 * limit ? 2 : 3;
    }

    @Override
    public String evidence(TeamSight sight, int measured) {
        long fall = amount(sight);
        return String.format(
                Locale.ROOT,
                "the expected landing fell by %s (%.0f %%) in %d days, %.1f times what it usually"
                        + " moves (%s); %s",
                sight.money(fall),
                100.0 * fall / Math.max(1, sight.then().mean()),
                days(sight),
                measured / 100.0,
                sight.money(usual(sight)),
                parts(sight));
    }

    /** What lowered it, largest first. */
    private static String parts(TeamSight sight) {
        return PARTS.entrySet().stream()
                .map(part -> Map.entry(part.getKey(), moved(sight, part.getValue())))
                .filter(part -> part.getValue() < 0)
                .sorted(Map.Entry.comparingByValue())
                .map(part -> part.getKey() + " " + sight.money(part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static long moved(TeamSight sight, List<Quantity> parts) {
        return parts.stream().mapToLong(sight::moved).sum();
    }
}
