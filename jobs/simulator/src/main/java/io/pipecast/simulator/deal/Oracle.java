package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.record.Journal;
import io.pipecast.simulator.truth.Odds;
import java.util.ArrayList;
import java.util.List;

/**
 * Lives deals on from their hidden state, again and again, and counts how they end. Nobody leaves,
 * nothing is swept and nothing comes back meanwhile.
 */
public final class Oracle {
    private static final int LONGEST_LIFE = 250;

    private final DealLife life = new DealLife(new Journal());
    private final List<Today> days = new ArrayList<>();
    private final int from;
    private final Period quarter;
    private final Period next;
    private final long seed;

    /**
     * An oracle.
     *
     * @param from first day (epoch day) that is still to come
     */
    public Oracle(long seed, SalesCalendar calendar, int from) {
        this.seed = seed;
        this.from = from;
        this.quarter = calendar.fiscal().at(from);
        this.next = calendar.fiscal().get(quarter.index() + 1);
        for (int day = from; days.size() < LONGEST_LIFE; day++) {
            if (calendar.business().isWorking(day)) {
                days.add(Today.of(calendar, day));
            }
        }
    }

    /** The odds of an open deal. */
    public Odds odds(Deal deal, int samples) {
        int[] won = new int[5];
        Dice dice =
                Dice.of(seed, Dice.Stream.ORACLE, deal.origin.id().hashCode() * 100_003L + from);
        for (int i = 0; i < samples; i++) {
            int day = dayWon(new Deal(deal, dice));
            won[0] += day < from + 14 ? 1 : 0;
            won[1] += day < from + 30 ? 1 : 0;
            won[2] += day < quarter.endDay() ? 1 : 0;
            won[3] += day >= next.startDay() && day < next.endDay() ? 1 : 0;
            won[4] += day < Integer.MAX_VALUE ? 1 : 0;
        }
        double all = samples;
        return new Odds(
                deal.origin.id(),
                from,
                samples,
                won[0] / all,
                won[1] / all,
                won[2] / all,
                won[3] / all,
                won[4] / all);
    }

    private int dayWon(Deal deal) {
        for (Today today : days) {
            life.live(deal, today);
            if (deal.state() != Deal.State.OPEN) {
                return deal.state() == Deal.State.WON ? today.day() : Integer.MAX_VALUE;
            }
        }
        return Integer.MAX_VALUE;
    }
}
