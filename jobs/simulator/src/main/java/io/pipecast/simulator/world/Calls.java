package io.pipecast.simulator.world;

import io.pipecast.codec.control.Call;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Manager;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.deal.Deal;
import io.pipecast.simulator.deal.Today;
import io.pipecast.simulator.record.Journal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The weekly forecast call: reps say by habit, leaders take something off what they hear. A call is
 * the landing of the quarter, what is closed included.
 */
final class Calls {
    private static final double MANAGER_BELIEVES = 0.95;
    private static final double COMPANY_BELIEVES = 0.98;
    private static final long WHOLE_THOUSANDS = 1_000_00;

    private final Company company;
    private final Pipeline pipeline;
    private final Bookings bookings;
    private final Rates rates;
    private final Journal journal;
    private final Dice dice;

    Calls(
            long seed,
            Company company,
            Pipeline pipeline,
            Bookings bookings,
            Rates rates,
            Journal journal) {
        this.company = company;
        this.pipeline = pipeline;
        this.bookings = bookings;
        this.rates = rates;
        this.journal = journal;
        this.dice = Dice.of(seed, Dice.Stream.CALLS, 0);
    }

    private static final class Sum {
        double commit;
        double bestCase;

        void add(Sum other, double share) {
            commit += share * other.commit;
            bestCase += share * other.bestCase;
        }
    }

    /** Everybody calls the quarter. */
    void submit(Today today) {
        Sum[] desks = desks(today);
        Map<String, Sum> teams = new LinkedHashMap<>();
        for (int desk = 0; desk < desks.length; desk++) {
            Rep rep = company.reps().get(desk);
            call(rep.id(), rep.id(), desks[desk], today, 9 * 60);
            teams.computeIfAbsent(rep.manager(), m -> new Sum()).add(desks[desk], MANAGER_BELIEVES);
        }
        Map<String, Sum> sides = new LinkedHashMap<>();
        for (Manager manager : company.managers()) {
            Sum team = teams.getOrDefault(manager.id(), new Sum());
            call(manager.id(), manager.id(), team, today, 11 * 60);
            sides.computeIfAbsent(manager.superior(), m -> new Sum()).add(team, 1);
        }
        Sum whole = new Sum();
        sides.forEach(
                (vp, side) -> {
                    call(vp, vp, side, today, 14 * 60);
                    whole.add(side, COMPANY_BELIEVES);
                });
        String speaker = company.vicePresidents().get(0).id();
        call(Organization.COMPANY, speaker, whole, today, 15 * 60);
    }

    private Sum[] desks(Today today) {
        Sum[] sums = new Sum[company.reps().size()];
        for (int desk = 0; desk < sums.length; desk++) {
            sums[desk] = new Sum();
        }
        for (Deal deal : pipeline.deals()) {
            if (deal.datedWithin(today.quarter().startDay(), today.quarter().endDay())) {
                count(deal, sums[deal.desk()]);
            }
        }
        for (int desk = 0; desk < sums.length; desk++) {
            Rep rep = company.reps().get(desk);
            double closed = bookings.onDesk(desk);
            double upside = sums[desk].bestCase - sums[desk].commit;
            double commit = closed + said(rep, sums[desk].commit, upside);
            sums[desk].bestCase = Math.max(commit, closed + sums[desk].bestCase * 0.8);
            sums[desk].commit = commit;
        }
        return sums;
    }

    private void count(Deal deal, Sum sum) {
        double dollars = deal.enteredAmount() * rates.of(deal.currency());
        ForecastCategory category = deal.shownCategory();
        sum.commit += category == ForecastCategory.COMMIT ? dollars : 0;
        boolean hoped =
                category == ForecastCategory.COMMIT || category == ForecastCategory.BEST_CASE;
        sum.bestCase += hoped ? dollars : 0;
    }

    private double said(Rep rep, double commit, double upside) {
        double noise = dice.between(0.93, 1.07);
        return switch (rep.habit()) {
            case SANDBAGGER -> 0.75 * commit * noise;
            case NEUTRAL -> commit * noise;
            case OPTIMIST -> (1.05 * commit + 0.2 * upside) * noise;
        };
    }

    private void call(String node, String actor, Sum sum, Today today, int minute) {
        long at = today.at(minute, dice.below(45 * 60_000));
        String quarter = today.quarter().id();
        journal.note(
                new Call(
                        node + "/" + quarter + "/" + today.day(),
                        Tree.REPORTING,
                        node,
                        quarter,
                        rounded(sum.commit),
                        rounded(sum.bestCase),
                        null,
                        at,
                        actor));
    }

    private static long rounded(double cents) {
        return Math.round(cents / WHOLE_THOUSANDS) * WHOLE_THOUSANDS;
    }
}
