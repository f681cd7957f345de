package io.pipecast.simulator.world;

import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Manager;
import io.pipecast.simulator.deal.Deal;
import io.pipecast.simulator.deal.DealLife;
import io.pipecast.simulator.deal.Today;
import java.util.List;

/**
 * Edits of many deals at once: managers move what is overdue when a quarter begins, operations
 * closes what nobody believes in, duplicates are merged.
 */
final class Sweeps {
    private static final int REDATING_DAY = 3;
    private static final int CLEANING_DAY = 8;
    private static final int BELIEVED_DAYS = 330;
    private static final double MERGED = 0.00015;

    private final Company company;
    private final Pipeline pipeline;
    private final DealLife life;
    private final Dice dice;
    private final int protectedDesk;

    /**
     * Sweeps.
     *
     * @param protectedDesk desk whose deals are never merged, or −1
     */
    Sweeps(long seed, Company company, Pipeline pipeline, DealLife life, int protectedDesk) {
        this.protectedDesk = protectedDesk;
        this.company = company;
        this.pipeline = pipeline;
        this.life = life;
        this.dice = Dice.of(seed, Dice.Stream.SWEEPS, 0);
    }

    void live(Today today) {
        if (today.done() == REDATING_DAY) {
            company.managers().forEach(manager -> redate(manager, today));
        }
        if (today.done() == CLEANING_DAY) {
            clean(today);
        }
        merge(today);
    }

    private void redate(Manager manager, Today today) {
        List<Deal> overdue =
                pipeline.where(
                        deal ->
                                deal.overdue(today.day())
                                        && deal.rep().manager().equals(manager.id()));
        int to = today.quarter().endDay() - 1;
        long at = today.at(10 * 60, dice.below(3_600_000));
        for (Deal deal : overdue) {
            life.redate(deal, to, manager.id(), overdue.size(), at);
        }
    }

    private void clean(Today today) {
        List<Deal> old = pipeline.where(deal -> today.day() - deal.createdDay() > BELIEVED_DAYS);
        String actor = company.vicePresidents().get(0).id();
        long at = today.at(16 * 60, dice.below(3_600_000));
        for (Deal deal : old) {
            life.sweepOut(deal, actor, old.size(), at);
        }
    }

    private void merge(Today today) {
        int count = dice.count(Math.min(25, MERGED * pipeline.deals().size()));
        for (int i = 0; i < count; i++) {
            Deal deal = pipeline.deals().get((int) dice.below(pipeline.deals().size()));
            List<Deal> ofDesk = pipeline.where(other -> other.desk() == deal.desk());
            boolean young = deal.state() == Deal.State.OPEN && deal.stage() < 2;
            if (young && deal.desk() != protectedDesk && ofDesk.get(0) != deal) {
                life.merge(deal, ofDesk.get(0), today);
            }
        }
    }
}
