package io.pipecast.streaming.deliver;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** When alerts are delivered: once on every working day, at an hour of the fiscal zone. */
public final class DeliveryTimes {
    private static final int WEEK = 7;

    private final SalesCalendar calendar;
    private final DayClock days;
    private final BusinessDays business;

    public DeliveryTimes(SalesCalendar calendar) {
        this.calendar = calendar;
        this.days = calendar.days();
        this.business = calendar.business();
    }

    /** First instant after another at which alerts are delivered; Long.MAX_VALUE for never. */
    long next(long after, int hour) {
        if (!days.covers(after)) {
            return Long.MAX_VALUE;
        }
        int day = days.dayOf(after);
        if (!business.isWorking(day) || at(day, hour) <= after) {
            day = business.firstWorking(day + 1);
        }
        return day > DayClock.LAST_DAY ? Long.MAX_VALUE : at(day, hour);
    }

    private long at(int day, int hour) {
        return LocalDate.ofEpochDay(day)
                .atTime(hour, 0)
                .atZone(days.zone())
                .toInstant()
                .toEpochMilli();
    }

    /** Epoch day of the Monday of an instant's week. */
    int monday(long at) {
        int day = days.dayOf(at);
        return day - Math.floorMod(day - MONDAY, WEEK);
    }

    private static final int MONDAY =
            (int)
                    LocalDate.EPOCH
                            .with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY))
                            .toEpochDay();

    /**
     * How much of a week's budget may be used by the end of an instant's day: its working days have
     * even shares, and what one leaves over the next may use.
     */
    int allowance(long at, int perWeek) {
        int monday = monday(at);
        int all = Math.max(1, business.between(monday, monday + WEEK));
        int gone = business.between(monday, days.dayOf(at) + 1);
        return (perWeek * gone + all - 1) / all;
    }

    /** The instant some business days after another; of Long.MIN_VALUE itself. */
    long after(long instant, int businessDays) {
        return instant == Long.MIN_VALUE
                ? instant
                : calendar.plusBusinessDays(instant, businessDays);
    }
}
