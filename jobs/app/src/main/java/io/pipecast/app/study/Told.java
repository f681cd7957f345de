package io.pipecast.app.study;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.LandingTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers what a simulated company really was like. */
final class Told implements Witness {
    /** Days of the longest horizon besides the quarter itself. */
    private static final int FARTHEST = 30;

    private final DayClock days;
    private final FiscalCalendar fiscal;
    private final Set<Integer> oddsOn;
    private final int samples;
    private final Map<String, Integer> wonOn = new HashMap<>();
    private final Map<String, Odds> odds = new HashMap<>();
    private final Map<String, Long> landings = new HashMap<>();
    private final List<DealTruth> wins = new ArrayList<>();

    /**
     * A witness.
     *
     * @param oddsOn epoch days at whose first instant the odds are asked for
     */
    Told(SalesCalendar calendar, Set<Integer> oddsOn, int samples) {
        this.days = calendar.days();
        this.fiscal = calendar.fiscal();
        this.oddsOn = oddsOn;
        this.samples = samples;
    }

    @Override
    public void ended(DealTruth deal) {
        if (deal.outcome().equals("WON")) {
            wonOn.put(deal.opportunityId(), days.dayOf(deal.endedAt()));
            wins.add(deal);
        }
    }

    @Override
    public void morning(int day, OpenDeals deals) {
        if (oddsOn.contains(day)) {
            int until = Math.max(day + FARTHEST, fiscal.at(day).endDay());
            deals.odds(samples, until).forEach(o -> odds.put(day + " " + o.opportunityId(), o));
        }
    }

    @Override
    public void landed(List<LandingTruth> ended) {
        ended.forEach(l -> landings.put(key(l.period(), l.tree().name(), l.node()), l.amount()));
    }

    private static String key(String period, String tree, String node) {
        return period + " " + tree + " " + node;
    }

    /** Epoch day the deal was won on, Integer.MAX_VALUE for never. */
    int wonOn(String deal) {
        return wonOn.getOrDefault(deal, Integer.MAX_VALUE);
    }

    /** The odds of a deal at a midnight, or null where they were not asked for. */
    Odds odds(String deal, int day) {
        return odds.get(day + " " + deal);
    }

    /** Whether the odds were asked for at a midnight. */
    boolean asked(int day) {
        return oddsOn.contains(day);
    }

    /** What a node booked in a quarter, US cents. */
    long landing(String period, String tree, String node) {
        return landings.getOrDefault(key(period, tree, node), 0L);
    }

    /** All deals won. */
    List<DealTruth> wins() {
        return wins;
    }
}
