package io.pipecast.simulator.world;

import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.deal.Deal;
import io.pipecast.simulator.deal.DealLife;
import io.pipecast.simulator.deal.Today;
import java.util.List;

/** People leave, their deals go to colleagues, and somebody new comes weeks later. */
final class Turnover {
    private static final double LEAVES = 0.1 / 252;
    private static final double PASSES_ON = 0.0008;

    private final Company company;
    private final Pipeline pipeline;
    private final Statements statements;
    private final DealLife life;
    private final Dice dice;
    private final int[] vacantUntil;
    private final int protectedDesk;

    /**
     * Turnover.
     *
     * @param protectedDesk desk nobody leaves, or −1
     */
    Turnover(
            long seed,
            Company company,
            Pipeline pipeline,
            Statements statements,
            DealLife life,
            int protectedDesk) {
        this.company = company;
        this.pipeline = pipeline;
        this.statements = statements;
        this.life = life;
        this.dice = Dice.of(seed, Dice.Stream.TURNOVER, 0);
        this.vacantUntil = new int[company.reps().size()];
        this.protectedDesk = protectedDesk;
    }

    boolean vacant(int desk) {
        return vacantUntil[desk] != 0;
    }

    void live(Today today) {
        for (int desk = 0; desk < vacantUntil.length; desk++) {
            if (vacant(desk)) {
                if (vacantUntil[desk] <= today.day()) {
                    fill(desk, today);
                }
            } else if (dice.chance(LEAVES) && desk != protectedDesk) {
                leave(desk, today);
            }
        }
        passOnSome(today);
    }

    private void fill(int desk, Today today) {
        vacantUntil[desk] = 0;
        long at = today.at(8 * 60, desk);
        Rep hire = company.replace(desk);
        statements.rep(hire, true, at);
        statements.ramp(hire, today.quarter(), at);
    }

    private void leave(int desk, Today today) {
        vacantUntil[desk] = today.plus(dice.whole(15, 40));
        Rep leaver = company.reps().get(desk);
        long handover = today.at(9 * 60, desk);
        List<Deal> deals = pipeline.where(deal -> deal.desk() == desk);
        for (Deal deal : deals) {
            int to = colleague(desk);
            if (to != desk) {
                Rep heir = company.reps().get(to);
                life.transfer(deal, to, heir, leaver.manager(), deals.size(), handover);
            }
        }
        long gone = today.at(18 * 60, desk);
        statements.rep(leaver, false, gone);
        statements.release(leaver, today.quarter(), gone);
    }

    /** Single deals change hands, or two share the credit. */
    private void passOnSome(Today today) {
        int count = dice.count(Math.min(25, PASSES_ON * pipeline.deals().size()));
        for (int i = 0; i < count; i++) {
            Deal deal = pipeline.deals().get((int) dice.below(pipeline.deals().size()));
            int to = colleague(deal.desk());
            if (to == deal.desk() || deal.desk() == protectedDesk) {
                continue;
            }
            Rep heir = company.reps().get(to);
            if (dice.chance(0.5)) {
                life.share(deal, heir, today);
            } else {
                life.transfer(deal, to, heir, heir.manager(), 1, today.someTime(dice));
            }
        }
    }

    /** A colleague who is there, or the desk itself. */
    int colleague(int desk) {
        for (int tries = 0; tries < 6; tries++) {
            int to = company.colleagueOf(desk, dice);
            if (!vacant(to)) {
                return to;
            }
        }
        return desk;
    }
}
