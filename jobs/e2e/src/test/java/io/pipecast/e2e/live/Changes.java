package io.pipecast.e2e.live;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import java.time.Instant;

/** Changes of deals with every required field in place. */
final class Changes {
    static final long START = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;

    private static int order;

    private Changes() {}

    /** The creation of a deal in Proposal at 5,000.00, due at the end of March. */
    static OpportunityChange created(String id, long at) {
        OpportunityChange change = update(id, at);
        change.operation = Operation.CREATE;
        change.stage = "Proposal";
        change.owner = "ann";
        change.amount = 500_000L;
        change.closeDate = (int) Instant.parse("2026-03-31T00:00:00Z").getEpochSecond() / 86_400;
        return change;
    }

    /** A change that states nothing yet. */
    static OpportunityChange update(String id, long at) {
        OpportunityChange change = new OpportunityChange();
        order++;
        change.eventId = "event-" + order;
        change.opportunityId = id;
        change.occurredAt = at;
        change.orderKey = order;
        return change;
    }
}
