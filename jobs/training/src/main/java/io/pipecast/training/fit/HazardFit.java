package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;

/**
 * Hazards of winning and losing from the rows before a day, with a table of its own for each
 * segment that can carry one.
 */
final class HazardFit {
    /**
     * First rows of visits that were won, and of others, from which a segment gets a table of its
     * own.
     */
    private static final int SEGMENT_ENDS = 100;

    /** Rows the hazards are counted on; the calendar is measured on all. */
    private static final int MOST_ROWS = 100_000;

    private final long[] rows;
    private final int stages;
    private final PositionTable positions;
    private final int cutDay;
    private final int firstDay;

    /** Before it the log tells of no end. */
    private final int firstEnd;

    /** A fit on packed rows, all before the cut. */
    HazardFit(long[] rows, int stages, SalesCalendar calendar, int cutDay) {
        this.rows = rows;
        this.stages = stages;
        this.cutDay = cutDay;
        this.firstDay = Arrays.stream(rows).mapToInt(Row::day).min().orElse(cutDay - 1);
        this.positions = new PositionTable(calendar, firstDay, cutDay);
        this.firstEnd = firstEnd(rows);
    }

    private static int firstEnd(long[] rows) {
        return Arrays.stream(rows)
                .filter(row -> Row.end(row) == End.WON || Row.end(row) == End.LOST)
                .mapToInt(row -> Row.day(row) + Row.daysToEnd(row))
                .min()
                .orElse(Integer.MIN_VALUE);
    }

    /** The tables with a factor, what lies far ahead put together where the log is short. */
    HazardTables fit(DealFactor factor, Support support) {
        return fit(factor, support, true);
    }

    /** The tables with a factor, all of it as counted. */
    HazardTables counted(DealFactor factor, Support support) {
        return fit(factor, support, false);
    }

    private HazardTables fit(DealFactor factor, Support support, boolean composed) {
        long[] sample = Sample.atMost(MOST_ROWS, rows);
        CellCounts all = counts(sample, factor);
        CauseFit won = new CauseFit(rows, all, positions, factor, End.WON).fit();
        CauseFit lost = new CauseFit(rows, all, positions, factor, End.LOST).fit();
        double[] wonOfAll = won.base();
        double[] lostOfAll = lost.base();
        if (composed) {
            compose(rows, wonOfAll, lostOfAll);
        }
        double[] wonBases = wonOfAll;
        double[] lostBases = lostOfAll;
        int[] tableOf = new int[HazardTables.SEGMENTS];
        int tables = 1;
        for (int segment = 1; segment < HazardTables.SEGMENTS; segment++) {
            if (carriesTable(segment)) {
                CellCounts part = counts(ofSegment(sample, segment), factor);
                double[] wonOfSegment = won.baseOf(part, wonOfAll);
                double[] lostOfSegment = lost.baseOf(part, lostOfAll);
                if (composed) {
                    compose(ofSegment(rows, segment), wonOfSegment, lostOfSegment);
                }
                wonBases = concat(wonBases, wonOfSegment);
                lostBases = concat(lostBases, lostOfSegment);
                tableOf[segment] = tables++;
            }
        }
        return new HazardTables(
                stages,
                tableOf,
                factor,
                won.cause(wonBases),
                lost.cause(lostBases),
                support.longestWonAge(),
                support.longestWonInStage());
    }

    private CellCounts counts(long[] of, DealFactor factor) {
        return CellCounts.of(of, stages, factor, positions, firstEnd, cutDay);
    }

    private void compose(long[] of, double[] won, double[] lost) {
        ComposedHazards.compose(of, stages, Math.max(firstDay, firstEnd), cutDay, won, lost);
    }

    private static long[] ofSegment(long[] sample, int segment) {
        return Arrays.stream(sample).filter(row -> Row.segment(row) == segment).toArray();
    }

    private boolean carriesTable(int segment) {
        int won = 0;
        int lost = 0;
        int others = 0;
        for (long row : rows) {
            if (Row.isFirstOfBand(row)) {
                boolean ofSegment = Row.segment(row) == segment;
                boolean known = Row.day(row) + Row.daysToEnd(row) < cutDay;
                won += ofSegment && known && Row.end(row) == End.WON ? 1 : 0;
                lost += ofSegment && known && Row.end(row) == End.LOST ? 1 : 0;
                others += ofSegment ? 0 : 1;
            }
        }
        return won >= SEGMENT_ENDS && lost >= SEGMENT_ENDS && others >= SEGMENT_ENDS;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}
