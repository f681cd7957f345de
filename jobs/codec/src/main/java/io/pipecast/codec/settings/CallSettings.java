package io.pipecast.codec.settings;

import java.time.DayOfWeek;

/**
 * Until when the calls of a week are submitted.
 *
 * @param day day of the week of the deadline
 * @param hour hour of that day in the fiscal zone
 */
public record CallSettings(DayOfWeek day, int hour) {
    /** Friday at five in the afternoon. */
    public static final CallSettings DEFAULT = new CallSettings(DayOfWeek.FRIDAY, 17);
}
