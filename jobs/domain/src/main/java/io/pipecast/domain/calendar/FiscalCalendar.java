package io.pipecast.domain.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fiscal periods from 1990 to 2089 as a table: absolute indexes, found by binary search. */
public final class FiscalCalendar {
    private final PeriodKind kind;
    private final List<Period> periods;
    private final int[] starts;

    private FiscalCalendar(PeriodKind kind, List<Period> periods) {
        this.kind = kind;
        this.periods = List.copyOf(periods);
        this.starts = periods.stream().mapToInt(Period::startDay).toArray();
    }

    /**
     * A calendar of a kind.
     *
     * @param anchor first day of some fiscal year (MONTHS, QUARTERS: day and month count) or of
     *     some period (week kinds)
     * @throws IllegalArgumentException for MONTHS or QUARTERS whose anchor day is after the 28th
     */
    public static FiscalCalendar of(PeriodKind kind, LocalDate anchor) {
        return switch (kind) {
            case WEEKS -> weeks(kind, anchor, 1);
            case FOUR_WEEKS -> weeks(kind, anchor, 4);
            case FOUR_FOUR_FIVE -> weeks(kind, anchor, 13);
            case MONTHS -> months(kind, anchor, 1);
            case QUARTERS -> months(kind, anchor, 3);
            case DATES ->
                    throw new IllegalArgumentException(
                            "a calendar of dates needs its list of dates");
        };
    }

    /** A calendar of listed first days, ascending; the last one only ends the last period. */
    public static FiscalCalendar ofDates(List<LocalDate> firstDays) {
        if (firstDays.size() < 2) {
            throw new IllegalArgumentException(
                    "a calendar of dates must list at least two first days, had "
                            + firstDays.size());
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i + 1 < firstDays.size(); i++) {
            LocalDate start = firstDays.get(i);
            LocalDate end = firstDays.get(i + 1);
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException(
                        "calendar dates must ascend, but " + end + " follows " + start);
            }
            periods.add(
                    new Period(
                            i,
                            "P" + start,
                            (int) start.toEpochDay(),
                            (int) end.toEpochDay(),
                            start.getYear()));
        }
        return new FiscalCalendar(PeriodKind.DATES, periods);
    }

    private static FiscalCalendar weeks(PeriodKind kind, LocalDate anchor, int weeks) {
        List<Period> periods = new ArrayList<>();
        int length = weeks * 7;
        int day = (int) anchor.toEpochDay();
        day -= Math.floorDiv(day - DayClock.FIRST_DAY, length) * length;
        for (; day + length <= DayClock.LAST_DAY; day += length) {
            LocalDate start = LocalDate.ofEpochDay(day);
            String id =
                    (kind == PeriodKind.WEEKS ? "W" : kind == PeriodKind.FOUR_WEEKS ? "4W" : "Q")
                            + start;
            periods.add(new Period(periods.size(), id, day, day + length, start.getYear()));
        }
        return new FiscalCalendar(kind, periods);
    }

    private static FiscalCalendar months(PeriodKind kind, LocalDate anchor, int length) {
        if (anchor.getDayOfMonth() > 28) {
            throw new IllegalArgumentException(
                    "a fiscal year must start on day 1 to 28 of a month, was " + anchor);
        }
        List<Period> periods = new ArrayList<>();
        boolean calendarYear = anchor.getMonthValue() == 1;
        LocalDate year = anchor.withYear(1990);
        for (; year.getYear() < 2089; year = year.plusYears(1)) {
            int label = year.getYear() + (calendarYear ? 0 : 1);
            for (int i = 0; i * length < 12; i++) {
                LocalDate start = year.plusMonths((long) i * length);
                String id =
                        String.format(
                                Locale.ROOT, length == 3 ? "%d-Q%d" : "%d-M%02d", label, i + 1);
                int end = (int) start.plusMonths(length).toEpochDay();
                periods.add(new Period(periods.size(), id, (int) start.toEpochDay(), end, label));
            }
        }
        return new FiscalCalendar(kind, periods);
    }

    /** How the year is cut. */
    public PeriodKind kind() {
        return kind;
    }

    /**
     * The period a day lies in; before the first or after the last one, the first or last.
     *
     * @param day epoch day
     */
    public Period at(long day) {
        int i =
                Arrays.binarySearch(
                        starts,
                        (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day)));
        return get(i >= 0 ? i : -i - 2);
    }

    /** The period of an index, clamped to the table. */
    public Period get(int index) {
        return periods.get(Math.min(periods.size() - 1, Math.max(0, index)));
    }

    /** The period of an id, or null. */
    public Period byId(String id) {
        return periods.stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
    }
}
