package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.simulator.chance.Dice;
import java.time.LocalDate;

/**
 * Close dates as reps enter them: hopeful, drawn to quarter and month ends, and pushed again and
 * again when the day comes near.
 */
final class CloseDates {
    private static final double ON_QUARTER_END = 0.45;
    private static final double ON_MONTH_END = 0.2;
    private static final double PUSH_WHEN_NEAR = 0.16;
    private static final double PUSH_WHEN_PAST = 0.11;
    private static final double PULL_IN = 0.035;
    private static final int NEAR_DAYS = 3;

    private CloseDates() {}

    /** A date somebody would enter today. */
    static int hoped(Deal deal, Today today) {
        if (deal.dueDay != Deal.UNDATED && deal.dueDay > today.day()) {
            return deal.dueDay;
        }
        Dice dice = deal.dice;
        double usual = deal.law().usualDays() * deal.rep.optimism();
        int ahead = (int) Math.round(usual * StrictMath.exp(0.35 * dice.normal()));
        return snapped(today.plus(Math.max(4, ahead)), today, dice);
    }

    private static int snapped(int day, Today today, Dice dice) {
        double draw = dice.uniform();
        if (draw < ON_QUARTER_END) {
            Period quarter = today.calendar().fiscal().at(day);
            return quarter.endDay() - 1;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return draw < ON_QUARTER_END + ON_MONTH_END
                ? (int) date.withDayOfMonth(date.lengthOfMonth()).toEpochDay()
                : day;
    }

    /** The date the rep sets today instead of the present one, or the present one. */
    static int revised(Deal deal, Today today) {
        if (deal.closeDay == Deal.UNDATED) {
            return deal.stage > 0 && deal.dice.chance(0.3) ? hoped(deal, today) : deal.closeDay;
        }
        double push = pushChance(deal, today) * deal.rep.discipline();
        if (deal.dice.chance(push)) {
            return Math.max(hoped(deal, today), later(deal, today));
        }
        boolean pullable =
                deal.stage == SalesProcess.count() - 1
                        && deal.momentum > 1.4
                        && deal.closeDay >= today.quarter().endDay();
        return pullable && deal.dice.chance(PULL_IN) ? today.quarter().endDay() - 1 : deal.closeDay;
    }

    private static double pushChance(Deal deal, Today today) {
        if (deal.closeDay < today.day()) {
            return PUSH_WHEN_PAST;
        }
        boolean hopeless = deal.closeDay - today.day() < deal.law().usualDays() / 3;
        if (deal.closeDay - today.day() <= NEAR_DAYS) {
            return PUSH_WHEN_NEAR;
        }
        return hopeless ? PUSH_WHEN_NEAR / 4 : 0;
    }

    private static int later(Deal deal, Today today) {
        return today.plus(deal.dice.whole(5, 15));
    }
}
