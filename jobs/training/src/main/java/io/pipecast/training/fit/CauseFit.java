package io.pipecast.training.fit;

import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardTables.Cause;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;

/**
 * Fits the hazards of one way to end by turns: base rates, then calendar, then levels, each given
 * the others.
 */
final class CauseFit {
    private static final int TURNS = 3;

    /** Events a level's multiplier is pulled to 1 by, for deals that speak once. */
    private static final double LEVEL_PRIOR = 10;

    private final long[] rows;
    private final CellCounts counts;
    private final PositionTable positions;
    private final DealFactor factor;
    private final End cause;
    private final int[] used;

    private double[] base;
    private final double[] level;
    private double[] calendar;

    CauseFit(
            long[] rows, CellCounts counts, PositionTable positions, DealFactor factor, End cause) {
        this.rows = rows;
        this.counts = counts;
        this.used = counts.used();
        this.positions = positions;
        this.factor = factor;
        this.cause = cause;
        this.level = ones(counts.stages * DealFactor.LEVELS);
        this.calendar = ones(CellCounts.POSITIONS);
    }

    /** Fits on all deals. */
    CauseFit fit() {
        for (int turn = 0; turn < TURNS; turn++) {
            base = shrinkage(counts).rates();
            calendar = calendarEffect();
            if (factor != DealFactor.NONE) {
                fitLevels();
            }
        }
        base = shrinkage(counts).rates();
        return this;
    }

    /** Base rates of all deals, by cell × band ahead. */
    double[] base() {
        return base.clone();
    }

    /** Base rates of a segment, shrunken to those of all deals, with their calendar and levels. */
    double[] baseOf(CellCounts segment, double[] ofAll) {
        return shrinkage(segment).rates(ofAll);
    }

    /** The hazards by base rates, of all deals first and then of each segment with its own. */
    Cause cause(double[] bases) {
        return new Cause(bases, calendar, level);
    }

    private int[] events(CellCounts of) {
        return cause == End.WON ? of.won : of.lost;
    }

    private Shrinkage shrinkage(CellCounts of) {
        int[] ended = events(of);
        double[] events = new double[of.rows.length * CellCounts.AHEAD];
        double[] exposure = new double[events.length];
        for (int i : of == counts ? used : of.used()) {
            int to = i / CellCounts.CELL * CellCounts.AHEAD + aheadOf(i);
            events[to] += ended[i];
            exposure[to] += of.halfDays[i] * 0.5 * calendar[positionOf(i)] * level[levelOf(i)];
        }
        return new Shrinkage(of, events, exposure);
    }

    private double[] calendarEffect() {
        CalendarEffect effect = new CalendarEffect(positions.periods());
        for (long row : rows) {
            int day = Row.day(row);
            if (day >= counts.firstEnd && Row.timeBand(row) != TimeInStage.JUST_ENTERED) {
                int cell = Row.stage(row) * CellCounts.BANDS + Row.timeBand(row);
                double hazard =
                        base[cell * CellCounts.AHEAD]
                                * level[
                                        Row.stage(row) * DealFactor.LEVELS
                                                + Row.level(row, factor)];
                boolean ended = Row.end(row) == cause && Row.daysToEnd(row) == 0;
                effect.add(positions.of(day), positions.period(day), ended, hazard);
            }
        }
        return effect.multipliers();
    }

    private void fitLevels() {
        int[] ended = events(counts);
        double[] seen = new double[level.length];
        double[] expected = new double[level.length];
        for (int i : used) {
            double hazard =
                    base[i / CellCounts.CELL * CellCounts.AHEAD + aheadOf(i)]
                            * calendar[positionOf(i)];
            seen[levelOf(i)] += ended[i];
            expected[levelOf(i)] += counts.halfDays[i] * 0.5 * hazard;
        }
        for (int i = 0; i < level.length; i++) {
            double prior = LEVEL_PRIOR * counts.repeats(i / DealFactor.LEVELS);
            level[i] = (seen[i] + prior) / (expected[i] + prior);
        }
    }

    private static int positionOf(int i) {
        return i % CellCounts.POSITIONS;
    }

    private static int aheadOf(int i) {
        return i / CellCounts.POSITIONS % CellCounts.AHEAD;
    }

    private static int levelOf(int i) {
        int stage = i / (CellCounts.CELL * CellCounts.BANDS);
        int level = i / (CellCounts.AHEAD * CellCounts.POSITIONS) % DealFactor.LEVELS;
        return stage * DealFactor.LEVELS + level;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
