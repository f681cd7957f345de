package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;

/**
 * The periods totals are kept for, as one int: a fiscal period's index, or a negative code for a
 * rolling window.
 */
public final class Window {
    /** The fiscal year the instant lies in. */
    public static final int YEAR = Integer.MIN_VALUE;

    private Window() {}

    /** Code of a rolling window. */
    public static int rolling(Horizon horizon) {
        return -1 - horizon.ordinal();
    }

    /** Whether a code is no fiscal period: a rolling window, or the year. */
    public static boolean isRolling(int window) {
        return window < 0;
    }

    /** Horizon of a rolling window. */
    public static Horizon horizon(int window) {
        return Horizon.values()[-1 - window];
    }

    /** First epoch day of a window. */
    public static int startDay(int window, AsOf asOf) {
        if (window == YEAR) {
            return asOf.calendar.fiscal().get(firstOfYear(asOf)).startDay();
        }
        return isRolling(window) ? asOf.day : asOf.calendar.fiscal().get(window).startDay();
    }

    /** First epoch day after a window. */
    public static int endDay(int window, AsOf asOf) {
        if (window == YEAR) {
            return asOf.calendar.fiscal().get(lastOfYear(asOf)).endDay();
        }
        return isRolling(window)
                ? asOf.day + horizon(window).days
                : asOf.calendar.fiscal().get(window).endDay();
    }

    /** First period of the fiscal year the instant lies in. */
    public static int firstOfYear(AsOf asOf) {
        int index = asOf.current.index();
        while (isOfYear(index - 1, asOf)) {
            index--;
        }
        return index;
    }

    /** Last period of the fiscal year the instant lies in. */
    public static int lastOfYear(AsOf asOf) {
        int index = asOf.current.index();
        while (isOfYear(index + 1, asOf)) {
            index++;
        }
        return index;
    }

    private static boolean isOfYear(int index, AsOf asOf) {
        return asOf.calendar.fiscal().get(index).fiscalYear() == asOf.current.fiscalYear();
    }

    /**
     * Stable id of a window: the period's id, {@code next-30-days}, or {@code fiscal-year-2026}.
     */
    public static String id(int window, AsOf asOf) {
        if (window == YEAR) {
            return "fiscal-year-" + asOf.current.fiscalYear();
        }
        return isRolling(window)
                ? "next-" + horizon(window).days + "-days"
                : asOf.calendar.fiscal().get(window).id();
    }
}
