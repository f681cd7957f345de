package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.Horizon;
import java.util.List;
import java.util.Optional;

/**
 * What is forecast of a deal: that it is won by the end of a horizon. What became of it counts only
 * once that end has passed; of {@link Horizon#EVER}, once the deal has closed.
 *
 * @param horizon by when
 */
public record Target(Horizon horizon) {
    /** The end of a horizon that has none. */
    public static final long NEVER = Long.MAX_VALUE;

    /** What a backtest judges, nearest first. */
    public static final List<Target> JUDGED =
            List.of(
                    new Target(Horizon.WITHIN_14_DAYS),
                    new Target(Horizon.WITHIN_30_DAYS),
                    new Target(Horizon.CURRENT_PERIOD),
                    new Target(Horizon.EVER));

    /** The target of a horizon's key, such as within14d. */
    public static Optional<Target> of(String key) {
        return JUDGED.stream().filter(target -> target.key().equals(key)).findFirst();
    }

    /** Key of the horizon. */
    public String key() {
        return horizon.key;
    }

    /** The target in words: won … */
    public String label() {
        return switch (horizon) {
            case CURRENT_PERIOD -> "won before the period ends";
            case EVER -> "won in the end";
            default -> "won within " + horizon.days + " days";
        };
    }

    /**
     * First instant after the horizon, epoch milliseconds: the midnight that ends its last local
     * day.
     *
     * @param day local epoch day that begins at the midnight looked at
     */
    public long end(SalesCalendar calendar, int day) {
        DayClock days = calendar.days();
        return switch (horizon) {
            case EVER -> NEVER;
            case CURRENT_PERIOD -> days.startOf(calendar.fiscal().at(day).endDay());
            case NEXT_PERIOD ->
                    throw new IllegalStateException("a backtest does not judge the next period");
            default -> days.startOf(day + horizon.days);
        };
    }
}
