package io.pipecast.domain.alert;

import static io.pipecast.domain.forecast.Quantity.MISSING;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;

/**
 * What is seen of a team at a midnight.
 *
 * @param row its row of the current period
 * @param day epoch day that begins
 * @param looks this midnight and those of the week before in the same period, oldest first
 * @param business working days
 */
record TeamSight(PipelineForecast row, int day, List<TeamLook> looks, BusinessDays business) {
    /** A number of the row, or {@link Quantity#MISSING}. */
    long value(Quantity quantity) {
        return row.value(quantity);
    }

    /** Whether all numbers are known. */
    boolean has(Quantity... quantities) {
        for (Quantity quantity : quantities) {
            if (value(quantity) == MISSING) {
                return false;
            }
        }
        return true;
    }

    /** What was seen a week ago, or first in the period; this midnight itself at first. */
    TeamLook then() {
        return looks.get(0);
    }

    /** What one of {@link TeamLook#PARTS} moved the mean since {@link #then}. */
    long moved(Quantity part) {
        int i = TeamLook.PARTS.indexOf(part);
        return looks.stream().skip(1).mapToLong(look -> look.moved().get(i)).sum();
    }

    /** Working days from now to the end of the period. */
    int daysLeft() {
        return business.between(day, row.periodEnd());
    }

    String money(long minor) {
        return TeamRules.money(minor, row.currency());
    }
}
