package io.pipecast.simulator.deal;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.simulator.chance.Dice;
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

    public DealLife(Journal journal) {
        this.journal = journal;
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
        weather(deal, today);
        Dice dice = deal.dice;
        double advance = Hazards.advance(deal, today);
        double loss = Hazards.loss(deal);
        double draw = dice.uniform();
        long moveAt = today.someTime(dice);
        boolean moves = draw < advance + loss + Hazards.backward(deal);
        boolean closes = moves && closes(deal, draw, advance, loss);
        engagement.live(deal, today, closes ? moveAt : Long.MAX_VALUE);
        if (moves) {
            move(deal, today, moveAt, draw, advance, loss);
        } else if (deal.stage == 0 && dice.chance(DELETED)) {
            delete(deal, today);
        } else {
            upkeep.tend(deal, today);
        }
    }

    private static boolean closes(Deal deal, double draw, double advance, double loss) {
        boolean advances = draw < advance;
        return advances ? deal.stage == SalesProcess.count() - 1 : draw < advance + loss;
    }

    private void move(Deal deal, Today today, long at, double draw, double advance, double loss) {
        if (draw < advance) {
            moves.advance(deal, today, at);
        } else if (draw < advance + loss) {
            moves.lose(deal, at);
        } else {
            moves.back(deal, today, at);
        }
    }

    private static void weather(Deal deal, Today today) {
        deal.daysCold = deal.warm ? 0 : deal.daysCold + 1;
        double turn = deal.warm ? Hazards.cooling(deal) : Hazards.revival(deal);
        if (deal.dice.chance(turn)) {
            deal.turn(today.day());
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
