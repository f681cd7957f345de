package io.pipecast.domain.forecast;

/** By when: the horizons of a deal's win probabilities. */
public enum Horizon {
    WITHIN_14_DAYS("within14d", 14),
    WITHIN_30_DAYS("within30d", 30),
    WITHIN_60_DAYS("within60d", 60),
    WITHIN_90_DAYS("within90d", 90),
    /** Before the end of the period the instant lies in. */
    CURRENT_PERIOD("currentPeriod", 0),
    /** Within the period after that one. */
    NEXT_PERIOD("nextPeriod", 0),
    EVER("ever", 0);

    private static final Horizon[] ALL = values();

    /** Number of horizons. */
    public static final int COUNT = ALL.length;

    /** Name in rows and API. */
    public final String key;

    /** Local days ahead, or 0 for the horizons that are not a number of days. */
    public final int days;

    Horizon(String key, int days) {
        this.key = key;
        this.days = days;
    }
}
