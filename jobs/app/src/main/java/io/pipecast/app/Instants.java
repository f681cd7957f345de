package io.pipecast.app;

import io.pipecast.domain.calendar.DayClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;

/** Instants as users write them on the command line. */
final class Instants {
    private Instants() {}

    /**
     * Reads an ISO instant, an ISO date-time with offset, or a local date, which stands for its
     * midnight in the fiscal zone.
     *
     * @return epoch milliseconds
     * @throws UserError naming the option and the value
     */
    static long parse(String option, String text, DayClock days) {
        try {
            if (text.length() == 10) {
                return days.startOf((int) LocalDate.parse(text).toEpochDay());
            }
            return text.endsWith("Z")
                    ? Instant.parse(text).toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new UserError(
                    option
                            + " must be an ISO instant or a date between 1990 and 2089, was "
                            + text);
        }
    }

    /**
     * Reads a period of whole days, such as P7D.
     *
     * @throws UserError naming the option and the value
     */
    static int days(String option, String text) {
        try {
            Period period = Period.parse(text);
            if (period.getDays() >= 1 && period.toTotalMonths() == 0) {
                return period.getDays();
            }
        } catch (DateTimeParseException e) {
            // answered below, like a period without days
        }
        throw new UserError(option + " must be a period of whole days such as P1D, was " + text);
    }
}
