package io.pipecast.simulator.deal;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.record.Journal;

/** Moves through the sales process: on, back, won, lost, reopened. */
final class Moves {
    private static final double SKIPS_A_STAGE = 0.06;
    private static final double REPRICED = 0.35;
    private static final double REDATED = 0.3;
    private static final String CLEARED_CATEGORY = "forecastCategory";

    private static final String[] WON_BECAUSE = {
        "best fit", "price", "relationship", "delivery time", "reference customer"
    };
    private static final String[] LOST_BECAUSE = {
        "no decision", "competitor", "price", "budget cut", "project stopped", "no response"
    };

    private final Journal journal;

    Moves(Journal journal) {
        this.journal = journal;
    }

    void advance(Deal deal, Today today, long at) {
        if (deal.stage == SalesProcess.count() - 1) {
            win(deal, today, at);
            return;
        }
        int next = deal.stage + 1;
        if (next < SalesProcess.count() - 1 && deal.dice.chance(SKIPS_A_STAGE)) {
            next++;
        }
        OpportunityChange change = enter(deal, next, today, at);
        boolean unpriced = deal.amount == Deal.UNPRICED;
        if (unpriced || deal.dice.chance(REPRICED)) {
            deal.amount = Pricing.estimate(deal);
            change.amount = deal.amount;
        }
        if (deal.closeDay == Deal.UNDATED || deal.dice.chance(REDATED)) {
            deal.closeDay = CloseDates.hoped(deal, today);
            change.closeDate = deal.closeDay;
        }
        journal.note(change);
    }

    void back(Deal deal, Today today, long at) {
        journal.note(enter(deal, deal.stage - 1, today, at));
    }

    /** A lost deal comes to life again, better founded than before. */
    void reopen(Deal deal, Rep rep, Today today, long at) {
        boolean handed = !rep.id().equals(deal.rep.id());
        deal.handTo(deal.desk, rep);
        deal.state = Deal.State.OPEN;
        deal.warm = true;
        deal.daysCold = 0;
        deal.momentum = 1;
        OpportunityChange change = enter(deal, Math.min(2, deal.stage), today, at);
        change.cleared.add("closeReason");
        change.owner = handed ? rep.id() : null;
        deal.closeDay = CloseDates.hoped(deal, today);
        change.closeDate = deal.closeDay;
        journal.note(change);
    }

    private static OpportunityChange enter(Deal deal, int stage, Today today, long at) {
        OpportunityChange change = Entries.change(deal, at);
        deal.enter(stage, today.day());
        change.stage = SalesProcess.at(stage).label;
        ForecastCategory before = deal.category;
        deal.category = Categories.onEntering(deal, stage);
        change.forecastCategory = deal.category;
        if (before != null && deal.category == null) {
            change.cleared.add(CLEARED_CATEGORY);
        }
        return change;
    }

    private void win(Deal deal, Today today, long at) {
        OpportunityChange change = Entries.change(deal, at);
        change.stage = SalesProcess.WON;
        change.closeReason = deal.dice.pick(WON_BECAUSE);
        long signed = Pricing.signed(deal, today);
        if (signed != deal.amount) {
            deal.amount = signed;
            change.amount = signed;
        }
        if (deal.closeDay != today.day()) {
            deal.closeDay = today.day();
            change.closeDate = today.day();
        }
        deal.close(Deal.State.WON, at);
        journal.note(change);
    }

    void lose(Deal deal, long at) {
        OpportunityChange change = Entries.change(deal, at);
        change.stage = SalesProcess.LOST;
        change.closeReason = deal.dice.pick(LOST_BECAUSE);
        deal.close(Deal.State.LOST, at);
        journal.note(change);
    }
}
