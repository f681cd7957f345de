package io.pipecast.model.rollup;

import java.util.Arrays;
import java.util.Objects;

/**
 * What one deal puts into the totals as of an instant: the few values from which its contribution
 * to every period follows. The deal's state keeps the stake it contributed last, so that a change
 * is contributed as minus the old, plus the new.
 *
 * @param owner user id the amounts go to, never null
 * @param territory territory id the deal or its account names, or null to follow the owner
 * @param status OPEN, WON or LOST
 * @param amount corporate minor units; {@link #UNPRICED} or {@link #UNCONVERTED} when there is none
 * @param category ordinal of the forecast category in force
 * @param due period index of the close date, or {@link #OVERDUE} or {@link #UNDATED} (open deals)
 * @param stageMicros configured probability of the stage, millionths
 * @param chances millionths by horizon ordinal (open deals), else null
 * @param expected corporate minor units expected at winning: amount × learned ratio
 * @param current index of the period the instant lies in
 * @param booked period index a closed deal counts in
 * @param pathDay epoch day whose organization a closed deal stays with; {@link #NOW} for open ones
 */
public record Stake(
        String owner,
        String territory,
        Status status,
        long amount,
        int category,
        int due,
        int stageMicros,
        int[] chances,
        long expected,
        int current,
        int booked,
        int pathDay) {
    /** Amount the source has not said. */
    public static final long UNPRICED = Long.MIN_VALUE;

    /** Amount whose exchange rate is missing. */
    public static final long UNCONVERTED = Long.MIN_VALUE + 1;

    /** Due: before today. */
    public static final int OVERDUE = -1;

    /** Due: no close date. */
    public static final int UNDATED = -2;

    /** Path day of an open deal: it follows the organization valid now. */
    public static final int NOW = Integer.MIN_VALUE;

    /** How a deal counts. */
    public enum Status {
        OPEN,
        WON,
        LOST
    }

    /** Whether the deal has an amount in corporate currency. */
    public boolean priced() {
        return amount > UNCONVERTED;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Stake s
                && owner.equals(s.owner)
                && Objects.equals(territory, s.territory)
                && status == s.status
                && amount == s.amount
                && category == s.category
                && due == s.due
                && stageMicros == s.stageMicros
                && Arrays.equals(chances, s.chances)
                && expected == s.expected
                && current == s.current
                && booked == s.booked
                && pathDay == s.pathDay;
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + Long.hashCode(amount) + Arrays.hashCode(chances);
    }
}
