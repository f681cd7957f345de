package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.Arrays;

/**
 * One node in one fiscal period: what was said of it at each midnight, and where it landed. Days
 * are counted from the period's first, money is in minor units.
 */
@SuppressWarnings("EnumOrdinal") // rows by quantity, never stored
public final class ScopePeriod {
    /** A value that was not said. */
    public static final long MISSING = Quantity.MISSING;

    /** Working days after its end at which a period is locked. */
    private static final int LOCK_AFTER = 5;

    /**
     * Whose period it is.
     *
     * @param level distance from the root
     */
    public record Scope(Tree tree, String node, String name, int level) {}

    private final Scope scope;
    private final String period;
    private final int startDay;
    private final int endDay;
    private final long[][] said;
    private long closedAtEnd = MISSING;
    private long landed = MISSING;
    private int landedDay;

    ScopePeriod(Scope scope, String period, int startDay, int endDay) {
        this.scope = scope;
        this.period = period;
        this.startDay = startDay;
        this.endDay = endDay;
        this.said = new long[endDay - startDay][];
    }

    /** Takes in what was said at the midnight that begins a day of the period. */
    void say(int day, long[] values) {
        said[day - startDay] = values;
    }

    /** Takes in what had been closed when the period was over, as known at a later midnight. */
    void end(int day, long closed) {
        if (day == endDay) {
            closedAtEnd = closed;
        }
        landed = closed;
        landedDay = day;
    }

    /** Whose period it is. */
    public Scope scope() {
        return scope;
    }

    /** Id of the period. */
    public String period() {
        return period;
    }

    /** First epoch day. */
    public int startDay() {
        return startDay;
    }

    /** First epoch day after it. */
    public int endDay() {
        return endDay;
    }

    /** Days it has. */
    public int length() {
        return said.length;
    }

    /** What was said at the midnight that begins a day; MISSING where nothing was. */
    public long said(Quantity quantity, int day) {
        return said[day] == null ? MISSING : said[day][quantity.ordinal()];
    }

    /** Whether anything was said at the midnight that begins a day. */
    public boolean isSaid(int day) {
        return said[day] != null;
    }

    /** The first day of whose midnight anything was said; its length when nothing was. */
    int firstSaid() {
        int day = 0;
        while (day < said.length && said[day] == null) {
            day++;
        }
        return day;
    }

    /** Whether it was watched from its first day to its end. */
    public boolean isWhole() {
        return closedAtEnd != MISSING && Arrays.stream(said).allMatch(values -> values != null);
    }

    /** What had been closed in it, as known at the midnight of its end. */
    public long closedAtEnd() {
        return closedAtEnd;
    }

    /** What was closed in it in the end, as last known; MISSING while it runs. */
    public long landed() {
        return landed;
    }

    /** Whether the number it landed on was the locked one. */
    public boolean isLocked(BusinessDays business) {
        return landed != MISSING && business.between(endDay, landedDay) >= LOCK_AFTER;
    }

    /** Share of its working days that had passed at the midnight that begins a day. */
    public double elapsed(BusinessDays business, int day) {
        double all = business.between(startDay, endDay);
        return all == 0
                ? (double) day / said.length
                : business.between(startDay, startDay + day) / all;
    }
}
