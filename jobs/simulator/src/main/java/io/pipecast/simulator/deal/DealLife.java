package io.pipecast.simulator.deal;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.record.Journal;

/** What happens to one deal in a day, by its own dice alone. */
public final class DealLife {
    private static final double DELETED = 0.0008;
    private static final double UNDELETED = 0.2;

    private final Journal journal;
    private final Moves moves;
    private final Engagement engagement;
    private final Upkeep upkeep;
    private final Nature nature;

    public DealLife(Journal journal, Nature nature) {
        this.journal = journal;
        this.nature = nature;
        this.moves = new Moves(journal);
        this.engagement = new Engagement(journal);
        this.upkeep = new Upkeep(journal);
    }

    /** Enters a new deal into the CRM. */
    public void create(Deal deal, Today today) {
        if (deal.origin.kind().firstStage > 0 || deal.dice.chance(0.72)) {
            deal.amount = Pricing.estimate(deal);
        }
        if (deal.dice.chance(0.94)) {
            deal.closeDay = CloseDates.hoped(deal, today);
        }
        OpportunityChange change = Entries.whole(deal, today.someTime(deal.dice));
        change.operation = Operation.CREATE;
        change.leadSource = deal.dice.pick("inbound", "outbound", "partner", "event", "referral");
        change.routeToMarket = deal.dice.chance(0.8) ? "direct" : "partner";
        journal.note(change);
    }

    /** States a deal as a first import finds it. */
    public void state(Deal deal, long at) {
        OpportunityChange change = Entries.whole(deal, at);
        change.operation = Operation.SNAPSHOT;
        journal.note(change);
    }

    /** A day of an open deal; afterwards it may be closed. */
    public void live(Deal deal, Today today) {
        deal.daysInStage++;
        Nature.Turn turn = nature.live(deal, today);
        long moveAt = today.someTime(deal.dice);
        engagement.live(deal, today, closes(deal, turn) ? moveAt : Long.MAX_VALUE);
        switch (turn) {
            case ADVANCE -> moves.advance(deal, today, moveAt);
            case LOSE -> moves.lose(deal, moveAt);
            case BACK -> moves.back(deal, today, moveAt);
            case STAY -> stay(deal, today);
        }
    }

    private static boolean closes(Deal deal, Nature.Turn turn) {
        boolean last = deal.stage == SalesProcess.count() - 1;
        return turn == Nature.Turn.LOSE || (turn == Nature.Turn.ADVANCE && last);
    }

    private void stay(Deal deal, Today today) {
        if (deal.stage == 0 && deal.dice.chance(DELETED)) {
            delete(deal, today);
        } else {
            upkeep.tend(deal, today);
        }
    }

    private void delete(Deal deal, Today today) {
        OpportunityChange change = Entries.change(deal, today.at(Today.CLOSES, 0));
        change.operation = Operation.DELETE;
        journal.note(change);
        if (deal.dice.chance(UNDELETED)) {
            OpportunityChange back = Entries.change(deal, today.at(Today.CLOSES + 12, 0));
            back.operation = Operation.UNDELETE;
            journal.note(back);
        } else {
            deal.close(Deal.State.GONE, change.occurredAt);
        }
    }

    /** Merges an open deal into another one. */
    public void merge(Deal deal, Deal survivor, Today today) {
        OpportunityChange change = Entries.change(deal, today.at(Today.CLOSES + 5, 0));
        change.operation = Operation.MERGE;
        change.mergedInto = survivor.origin.id();
        journal.note(change);
        deal.close(Deal.State.GONE, change.occurredAt);
    }

    /** A lost deal comes to life again, with whoever sits at its desk now. */
    public void reopen(Deal deal, Rep rep, Today today) {
        moves.reopen(deal, rep, today, today.someTime(deal.dice));
    }

    /** Shares the credit for an open deal with a colleague. */
    public void share(Deal deal, Rep colleague, Today today) {
        upkeep.share(deal, colleague.id(), today);
    }

    /**
     * Hands an open deal over.
     *
     * @param actor who does it
     * @param bulkSize deals handed over at once
     */
    public void transfer(Deal deal, int desk, Rep rep, String actor, int bulkSize, long at) {
        deal.handTo(desk, rep);
        OpportunityChange change = Entries.change(deal, at);
        change.owner = rep.id();
        change.actor = actor;
        change.bulkSize = bulkSize;
        journal.note(change);
    }

    /** Moves the close date in a bulk edit. */
    public void redate(Deal deal, int closeDay, String actor, int bulkSize, long at) {
        deal.closeDay = closeDay;
        OpportunityChange change = Entries.change(deal, at);
        change.closeDate = closeDay;
        change.actor = actor;
        change.bulkSize = bulkSize;
        journal.note(change);
    }

    /** Closes a deal nobody believes in any more, in a bulk edit. */
    public void sweepOut(Deal deal, String actor, int bulkSize, long at) {
        OpportunityChange change = Entries.change(deal, at);
        change.stage = SalesProcess.LOST;
        change.closeReason = "clean-up";
        change.actor = actor;
        change.bulkSize = bulkSize;
        deal.close(Deal.State.LOST, at);
        journal.note(change);
    }
}
