package io.pipecast.board.views;

import io.pipecast.codec.settings.CallSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks of calls: each ends with its deadline, at which what stands is locked; what is
 * submitted later is a call of the week after. Instants are epoch milliseconds.
 */
public final class CallWeeks {
    private final CallSettings settings;
    private final ZoneId zone;

    /** Weeks in a fiscal zone. */
    public CallWeeks(CallSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** The deadline at or after an instant. */
    public long deadline(long instant) {
        ZonedDateTime at = Instant.ofEpochMilli(instant).atZone(zone);
        ZonedDateTime found =
                at.toLocalDate()
                        .with(TemporalAdjusters.nextOrSame(settings.day()))
                        .atTime(settings.hour(), 0)
                        .atZone(zone);
        return (found.isBefore(at) ? weeksLater(found, 1) : found).toInstant().toEpochMilli();
    }

    /** The deadline a week before one. */
    public long before(long deadline) {
        ZonedDateTime at = Instant.ofEpochMilli(deadline).atZone(zone);
        return weeksLater(at, -1).toInstant().toEpochMilli();
    }

    /** Deadlines from the first one after {@code from} to the last one before {@code to}. */
    public List<Long> between(long from, long to) {
        List<Long> found = new ArrayList<>();
        for (long at = deadline(from + 1); at < to; at = deadline(at + 1)) {
            found.add(at);
        }
        return found;
    }

    /** By the calendar: a week with a change of clocks is an hour longer or shorter. */
    private ZonedDateTime weeksLater(ZonedDateTime at, int weeks) {
        return at.toLocalDate().plusWeeks(weeks).atTime(settings.hour(), 0).atZone(zone);
    }
}
