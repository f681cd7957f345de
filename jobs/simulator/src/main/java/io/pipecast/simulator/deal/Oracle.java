package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.record.Journal;
import io.pipecast.simulator.truth.Odds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lives deals on from their hidden state, again and again, and counts how they end. Nobody leaves,
 * nothing is swept and nothing comes back meanwhile.
 */
public final class Oracle {
    private static final int LONGEST_LIFE = 250;

    private final Journal journal = new Journal();
    private final Nature nature;
    private final List<Today> days = new ArrayList<>();
    private final int from;
    private final Period quarter;
    private final Period next;
    private final long seed;

    /**
     * An oracle.
     *
     * @param from first day (epoch day) that is still to come
     * @param nature in its state of that morning
     */
    public Oracle(long seed, SalesCalendar calendar, int from, Nature nature) {
        this.seed = seed;
        this.nature = nature;
        this.from = from;
        this.quarter = calendar.fiscal().at(from);
        this.next = calendar.fiscal().get(quarter.index() + 1);
        for (int day = from; days.size() < LONGEST_LIFE; day++) {
            if (calendar.business().isWorking(day)) {
                days.add(Today.of(calendar, day));
            }
        }
    }

    /**
     * The odds of an open deal, by lives of about a year at most.
     *
     * @param until first epoch day not lived any more, Integer.MAX_VALUE for none; chances that
     *     look further are NaN
     */
    public Odds odds(Deal deal, int samples, int until) {
        int[] from = {this.from, this.from, this.from, next.startDay(), this.from};
        int[] to = {
            this.from + 14, this.from + 30, quarter.endDay(), next.endDay(), Integer.MAX_VALUE
        };
        int[] won = new int[to.length];
        Dice dice =
                Dice.of(
                        seed,
                        Dice.Stream.ORACLE,
                        deal.origin.id().hashCode() * 100_003L + this.from);
        for (int i = 0; i < samples; i++) {
            int day = dayWon(new Deal(deal, dice), nature.future(dice), until);
            for (int h = 0; h < to.length; h++) {
                won[h] += day >= from[h] && day < to[h] ? 1 : 0;
            }
        }
        double[] chances = new double[to.length];
        Arrays.setAll(chances, h -> to[h] <= until ? won[h] / (double) samples : Double.NaN);
        return new Odds(
                deal.origin.id(),
                this.from,
                samples,
                chances[0],
                chances[1],
                chances[2],
                chances[3],
                chances[4]);
    }

    private int dayWon(Deal deal, Nature future, int until) {
        DealLife life = new DealLife(journal, future);
        for (Today today : days) {
            if (today.day() >= until) {
                break;
            }
            future.dawn(today);
            life.live(deal, today);
            if (deal.state() != Deal.State.OPEN) {
                return deal.state() == Deal.State.WON ? today.day() : Integer.MAX_VALUE;
            }
        }
        return Integer.MAX_VALUE;
    }
}
