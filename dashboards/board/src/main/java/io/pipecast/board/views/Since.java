package io.pipecast.board.views;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** From when on a change is counted. */
public enum Since {
    /** The first instant of this week's Monday. */
    MONDAY,
    /** The first instant of the period. */
    PERIOD_START;

    /** Days that the nearest earlier statement may lie back. */
    private static final int REACH = 4;

    /** Value of the label {@code since}. */
    public final String label = name().toLowerCase(Locale.ROOT);

    /**
     * What was published then.
     *
     * @param today local day of the newest statement
     * @return the last statement of that day or of at most four days before, or null
     */
    public HistoryPoint in(PeriodPath path, int today) {
        int day = this == MONDAY ? mondayOf(today) : path.startDay();
        Map.Entry<Integer, HistoryPoint> then = path.points().floorEntry(day);
        return then == null || then.getKey() < day - REACH ? null : then.getValue();
    }

    private static int mondayOf(int day) {
        return day - (LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - 1);
    }
}
