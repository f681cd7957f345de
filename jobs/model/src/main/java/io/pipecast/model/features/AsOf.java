package io.pipecast.model.features;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.Horizon;

/**
 * An instant seen by the fiscal calendar: what every deal scored at that instant shares. Build once
 * per tick, not per deal.
 */
public final class AsOf {
    /** Rolling windows of the landing, local days ahead, by {@link Horizon}. */
    public static final Horizon[] ROLLING = {
        Horizon.WITHIN_30_DAYS, Horizon.WITHIN_60_DAYS, Horizon.WITHIN_90_DAYS
    };

    public final SalesCalendar calendar;

    /** Epoch milliseconds. */
    public final long instant;

    /** Local epoch day of the instant. */
    public final int day;

    /** Share of the local day that has passed. */
    public final double fraction;

    public final Period current;
    public final Period next;

    public AsOf(SalesCalendar calendar, long instant) {
        this.calendar = calendar;
        this.instant = instant;
        this.day = calendar.days().dayOf(instant);
        this.fraction = calendar.days().fractionOf(instant, day);
        this.current = calendar.fiscal().at(day);
        this.next = calendar.fiscal().get(current.index() + 1);
    }

    /**
     * Calendar days from the instant to the end of a horizon, with the fraction of the first day
     * taken off for horizons that end at a midnight; infinite for {@link Horizon#EVER}. For {@link
     * Horizon#NEXT_PERIOD} the end of the next period.
     */
    public double daysTo(Horizon horizon) {
        return switch (horizon) {
            case CURRENT_PERIOD -> current.endDay() - day - fraction;
            case NEXT_PERIOD -> next.endDay() - day - fraction;
            case EVER -> Double.POSITIVE_INFINITY;
            default -> horizon.days;
        };
    }
}
