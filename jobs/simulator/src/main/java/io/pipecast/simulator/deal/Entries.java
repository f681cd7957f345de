package io.pipecast.simulator.deal;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.simulator.record.Journal;

/** Blank entries for the journal, with everything filled in that follows from the deal. */
final class Entries {
    private Entries() {}

    static OpportunityChange change(Deal deal, long at) {
        OpportunityChange change = new OpportunityChange();
        change.opportunityId = deal.origin.id();
        change.occurredAt = at;
        change.source = deal.origin.account().region().source;
        change.actor = deal.rep.id();
        return change;
    }

    /** A change that states everything the CRM shows of an open deal. */
    static OpportunityChange whole(Deal deal, long at) {
        OpportunityChange change = change(deal, at);
        change.stage = SalesProcess.at(deal.stage).label;
        change.owner = deal.rep.id();
        change.closeDate = deal.closeDay == Deal.UNDATED ? null : Integer.valueOf(deal.closeDay);
        change.forecastCategory = deal.category;
        change.currency = deal.origin.currency();
        change.amount = deal.amount == Deal.UNPRICED ? null : Long.valueOf(deal.amount);
        change.account = deal.origin.account().id();
        change.dealType = deal.origin.kind().type;
        change.name = deal.name();
        change.product = deal.origin.product();
        return change;
    }

    static void activity(
            Journal journal,
            Deal deal,
            long at,
            ActivityCode.Kind kind,
            ActivityCode.Direction direction,
            String subject) {
        Activity activity = activity(deal, at, kind, ActivityCode.Status.COMPLETED);
        activity.direction = direction;
        activity.subject = subject;
        journal.note(activity);
    }

    static Activity activity(
            Deal deal, long at, ActivityCode.Kind kind, ActivityCode.Status status) {
        Activity activity = new Activity();
        activity.opportunityId = deal.origin.id();
        activity.occurredAt = at;
        activity.source = deal.origin.account().region().source;
        activity.kind = kind;
        activity.status = status;
        activity.direction = ActivityCode.Direction.OUTBOUND;
        activity.actor = deal.rep.id();
        return activity;
    }
}
