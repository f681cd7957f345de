package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;

/**
 * The periods totals are kept for, as one int: a fiscal period's index, or a negative code for a
 * rolling window.
 */
public final class Window {
    private Window() {}

    /** Code of a rolling window. */
    public static int rolling(Horizon horizon) {
        return -1 - horizon.ordinal();
    }

    /** Whether a code is a rolling window. */
    public static boolean isRolling(int window) {
        return window < 0;
    }

    /** Horizon of a rolling window. */
    public static Horizon horizon(int window) {
        return Horizon.values()[-1 - window];
    }

    /** Stable id of a window: the period's id, or {@code next-30-days}. */
    public static String id(int window, AsOf asOf) {
        return isRolling(window)
                ? "next-" + horizon(window).days + "-days"
                : asOf.calendar.fiscal().get(window).id();
    }
}
