package io.pipecast.connect.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * How the source writes time.
 *
 * @param form which form its text has
 * @param pattern formatter of {@link Form#PATTERN}, else null
 * @param timeOfDay local time given to a bare date
 * @param zone zone of texts without an offset
 */
public record TimeReading(Form form, DateTimeFormatter pattern, LocalTime timeOfDay, ZoneId zone) {
    /** Forms of time in exports. */
    public enum Form {
        /** ISO-8601 with offset: {@code 2011-10-01T00:38:44.546+02:00}. */
        INSTANT,
        /** ISO-8601 local date and time. */
        LOCAL,
        /** ISO-8601 local date. */
        DATE,
        /** Milliseconds since 1970. */
        EPOCH_MILLIS,
        /** Seconds since 1970, decimals allowed. */
        EPOCH_SECONDS,
        /** A pattern of its own, of a date, a local time or a time with offset. */
        PATTERN
    }

    /**
     * The instant a text states.
     *
     * @throws DateTimeException or {@link ArithmeticException} or {@link NumberFormatException} for
     *     a text of another form
     */
    public Instant instant(String text) {
        return switch (form) {
            case INSTANT -> OffsetDateTime.parse(text).toInstant();
            case LOCAL -> LocalDateTime.parse(text).atZone(zone).toInstant();
            case DATE -> LocalDate.parse(text).atTime(timeOfDay).atZone(zone).toInstant();
            case EPOCH_MILLIS -> Instant.ofEpochMilli(Long.parseLong(text));
            case EPOCH_SECONDS ->
                    Instant.ofEpochMilli(
                            new java.math.BigDecimal(text).movePointRight(3).longValue());
            case PATTERN -> byPattern(pattern.parse(text));
        };
    }

    /** The local date a text states, in {@link #zone} where it is an instant; throws as above. */
    public LocalDate date(String text) {
        return form == Form.DATE ? LocalDate.parse(text) : LocalDate.ofInstant(instant(text), zone);
    }

    private Instant byPattern(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        LocalTime time =
                parsed.isSupported(ChronoField.NANO_OF_DAY) ? LocalTime.from(parsed) : timeOfDay;
        return LocalDate.from(parsed).atTime(time).atZone(zone).toInstant();
    }

    /** What a text must look like, for messages. */
    public String describe() {
        return switch (form) {
            case INSTANT -> "an ISO-8601 instant with offset";
            case LOCAL -> "an ISO-8601 local date and time";
            case DATE -> "an ISO-8601 date";
            case EPOCH_MILLIS -> "epoch milliseconds";
            case EPOCH_SECONDS -> "epoch seconds";
            case PATTERN -> "a time of the mapping's pattern";
        };
    }
}
