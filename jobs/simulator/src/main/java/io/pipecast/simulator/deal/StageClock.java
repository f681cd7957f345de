package io.pipecast.simulator.deal;

import io.pipecast.simulator.chance.Dice;

/**
 * Competing hazards of stage and time in stage; winning also goes by the place in the quarter.
 * Nothing is hidden: whoever knows the stage, the days in it and the laws knows the exact odds. On
 * a given day the laws may change for good.
 */
public final class StageClock implements Nature {
    /** Day of the change in a world without one. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final double[] PEAK_DAYS = {6, 9, 13, 11, 10};
    private static final double[] DRIVE = {0.6, 0.62, 0.66, 0.68, 0.72};
    private static final double LINGERING = 0.12;
    private static final double[] LOSS = {0.012, 0.010, 0.009, 0.008, 0.007};
    private static final double LOSS_GROWTH_DAYS = 30;
    private static final double MOST_LOSS_GROWTH = 2.5;
    private static final double BACK = 0.003;

    private static final double EARLY = 0.6;
    private static final double LATE = 2.6;
    private static final double RUSH_FADES = 5;

    private static final double CHANGED_WINS = 0.7;
    private static final double CHANGED_PACE = 0.85;
    private static final double CHANGED_LOSSES = 1.2;

    private final int changeDay;
    private boolean changed;

    /**
     * A world.
     *
     * @param changeDay epoch day from which the changed laws hold, or {@link #NEVER}
     */
    public StageClock(int changeDay) {
        this(changeDay, false);
    }

    private StageClock(int changeDay, boolean changed) {
        this.changeDay = changeDay;
        this.changed = changed;
    }

    @Override
    public void dawn(Today today) {
        changed |= today.day() >= changeDay;
    }

    @Override
    public Turn live(Deal deal, Today today) {
        double advance = advance(deal.stage, deal.daysInStage, today);
        double loss = loss(deal.stage, deal.daysInStage);
        double draw = deal.dice.uniform();
        if (draw < advance) {
            return Turn.ADVANCE;
        }
        if (draw < advance + loss) {
            return Turn.LOSE;
        }
        boolean mayFall = deal.stage > deal.origin.kind().firstStage;
        return mayFall && draw < advance + loss + BACK ? Turn.BACK : Turn.STAY;
    }

    /** A future in which the laws stay as they are: nobody sees the change coming. */
    @Override
    public Nature future(Dice dice) {
        return new StageClock(NEVER, changed);
    }

    private double advance(int stage, int days, Today today) {
        double age = days / PEAK_DAYS[stage];
        double chance =
                DRIVE[stage] / PEAK_DAYS[stage] * (LINGERING + age * StrictMath.exp(1 - age));
        if (stage < SalesProcess.count() - 1) {
            return changed ? CHANGED_PACE * chance : chance;
        }
        double rush = EARLY + LATE * StrictMath.exp(-today.left() / RUSH_FADES);
        return Math.min(0.8, chance * rush * (changed ? CHANGED_WINS : 1));
    }

    private double loss(int stage, int days) {
        double growth = Math.min(MOST_LOSS_GROWTH, 1 + days / LOSS_GROWTH_DAYS);
        return LOSS[stage] * growth * (changed ? CHANGED_LOSSES : 1);
    }
}
