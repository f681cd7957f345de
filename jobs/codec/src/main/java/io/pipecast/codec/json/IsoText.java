package io.pipecast.codec.json;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * ISO-8601 instants and dates by hand, because millions of lines carry one each; what the fast path
 * does not know goes to {@code java.time}. Calendar arithmetic after Howard Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms", {@code days_from_civil} and {@code civil_from_days}.
 */
public final class IsoText {
    /** Answer for text that is no instant or date. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private IsoText() {}

    /** Appends epoch milliseconds as {@code 2026-01-31T09:30:00.000Z}. */
    public static void appendInstant(JsonText out, long millis) {
        long day = Math.floorDiv(millis, DAY_MILLIS);
        int rest = (int) Math.floorMod(millis, DAY_MILLIS);
        appendDate(out, day);
        out.append('T');
        twoDigits(out, rest / 3_600_000).append(':');
        twoDigits(out, rest / 60_000 % 60).append(':');
        twoDigits(out, rest / 1_000 % 60).append('.');
        out.append((char) ('0' + rest % 1_000 / 100));
        twoDigits(out, rest % 100).append('Z');
    }

    /** Appends an epoch day as {@code 2026-01-31}. */
    public static void appendDate(JsonText out, long epochDay) {
        long z = epochDay + 719_468;
        long era = Math.floorDiv(z, 146_097);
        long doe = z - era * 146_097;
        long yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        long mp = (5 * doy + 2) / 153;
        int month = (int) (mp < 10 ? mp + 3 : mp - 9);
        long year = yoe + era * 400 + (month <= 2 ? 1 : 0);
        if (year < 0 || year > 9_999) {
            out.append(LocalDate.ofEpochDay(epochDay).toString());
            return;
        }
        twoDigits(out, (int) year / 100);
        twoDigits(out, (int) year % 100).append('-');
        twoDigits(out, month).append('-');
        twoDigits(out, (int) (doy - (153 * mp + 2) / 5 + 1));
    }

    private static JsonText twoDigits(JsonText out, int value) {
        return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    /** Epoch milliseconds of an instant with zone or offset, or {@link #UNREADABLE}. */
    public static long instant(char[] text, int from, int length) {
        long fast = fastInstant(text, from, length);
        if (fast != UNREADABLE) {
            return fast;
        }
        try {
            return OffsetDateTime.parse(new String(text, from, length)).toInstant().toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            return UNREADABLE;
        }
    }

    /** The same of a text. */
    public static long instant(String text) {
        return instant(text.toCharArray(), 0, text.length());
    }

    private static long fastInstant(char[] text, int from, int length) {
        if (length < 17 || text[from + 10] != 'T' || text[from + 13] != ':') {
            return UNREADABLE;
        }
        long day = date(text, from, 10);
        int hour = pair(text, from + 11);
        int minute = pair(text, from + 14);
        int end = from + length;
        int at = from + 16;
        int second = 0;
        int milli = 0;
        if (text[at] == ':' && at + 3 < end) {
            second = pair(text, at + 1);
            at += 3;
            if (text[at] == '.') {
                int digits = digits(text, at + 1, end);
                milli = millis(text, at + 1, digits);
                at += 1 + digits;
            }
        }
        long offset = at < end ? offset(text, at, end - at) : UNREADABLE;
        if (day == UNREADABLE || offset == UNREADABLE || bad(hour, minute, second) || milli < 0) {
            return UNREADABLE;
        }
        return day * DAY_MILLIS + ((hour * 60L + minute) * 60 + second) * 1_000 + milli - offset;
    }

    private static boolean bad(int hour, int minute, int second) {
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59;
    }

    private static int digits(char[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    /** Milliseconds of a fraction of a second, cut off after three digits; −1 without a digit. */
    private static int millis(char[] text, int from, int digits) {
        int value = digits == 0 || digits > 9 ? -1 : 0;
        for (int i = 0; i < 3 && value >= 0; i++) {
            value = value * 10 + (i < digits ? text[from + i] - '0' : 0);
        }
        return value;
    }

    /** Offset from UTC in milliseconds: {@code Z}, {@code +02:00} or {@code +0200}. */
    private static long offset(char[] text, int at, int length) {
        if (length == 1 && text[at] == 'Z') {
            return 0;
        }
        boolean colon = length == 6 && text[at + 3] == ':';
        if ((!colon && length != 5) || (text[at] != '+' && text[at] != '-')) {
            return UNREADABLE;
        }
        int hours = pair(text, at + 1);
        int minutes = pair(text, at + (colon ? 4 : 3));
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return UNREADABLE;
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return text[at] == '-' ? -millis : millis;
    }

    /** Epoch day of a date {@code yyyy-MM-dd}, or {@link #UNREADABLE}. */
    public static long date(char[] text, int from, int length) {
        if (length != 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return UNREADABLE;
        }
        int century = pair(text, from);
        int year = century * 100 + pair(text, from + 2);
        int month = pair(text, from + 5);
        int day = pair(text, from + 8);
        boolean digits = century >= 0 && pair(text, from + 2) >= 0;
        if (!digits || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return UNREADABLE;
        }
        return epochDay(year, month, day);
    }

    /** The same of a text. */
    public static long date(String text) {
        return date(text.toCharArray(), 0, text.length());
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return MONTH_DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
    }

    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400);
        long yoe = y - era * 400;
        long doy = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
    }

    /** Two digits as a number, or −1. */
    private static int pair(char[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
