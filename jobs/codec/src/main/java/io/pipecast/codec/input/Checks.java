package io.pipecast.codec.input;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.money.MinorUnits;

/** The rules that records of several kinds share. */
final class Checks {
    private final DayClock days;

    Checks(DayClock days) {
        this.days = days;
    }

    static void present(String field, Object value) throws Refusal {
        if (value == null || "".equals(value)) {
            throw new Refusal(Reason.MISSING_FIELD, field, field + " must be given, was missing");
        }
    }

    /** An instant that may be null. */
    void instant(String field, Long millis) throws Refusal {
        if (millis != null && !days.covers(millis)) {
            throw Refusal.of(
                    Reason.IMPLAUSIBLE_TIME,
                    field,
                    "must lie between 1990 and 2089",
                    shown(millis));
        }
    }

    /** An instant that must be there. */
    void requiredInstant(String field, Long millis) throws Refusal {
        present(field, millis);
        instant(field, millis);
    }

    void date(String field, Integer day) throws Refusal {
        if (day != null && (day < DayClock.FIRST_DAY || day > DayClock.LAST_DAY)) {
            throw Refusal.of(
                    Reason.IMPLAUSIBLE_TIME,
                    field,
                    "must lie between 1990 and 2089",
                    java.time.LocalDate.ofEpochDay(day));
        }
    }

    static void amount(String field, Long minorUnits) throws Refusal {
        if (minorUnits != null && (minorUnits < 0 || minorUnits > MinorUnits.LIMIT)) {
            throw outOfRange(field, minorUnits);
        }
    }

    static Refusal outOfRange(String field, Object value) {
        return Refusal.of(
                Reason.AMOUNT_OUT_OF_RANGE,
                field,
                "must be between 0 and " + MinorUnits.LIMIT + " minor units",
                value);
    }

    static void currency(String field, String code) throws Refusal {
        if (code != null && !MinorUnits.isCurrency(code)) {
            throw Refusal.of(Reason.UNKNOWN_CURRENCY, field, "must be an ISO 4217 currency", code);
        }
    }

    private static String shown(long millis) {
        return millis > -100_000_000_000_000L && millis < 300_000_000_000_000L
                ? java.time.Instant.ofEpochMilli(millis).toString()
                : millis + " ms";
    }
}
