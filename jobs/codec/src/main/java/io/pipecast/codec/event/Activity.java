package io.pipecast.codec.event;

import io.pipecast.domain.deal.ActivityCode;

/**
 * Something done, or booked to be done, about a deal, as the wire carries it (schema {@code
 * crm/Activity}). Mutable on purpose: importers fill it, decoders reuse one.
 */
public final class Activity {
    public String eventId;
    public String opportunityId;

    /** Epoch milliseconds; null only before it is filled in. */
    public Long occurredAt;

    /** Epoch milliseconds. */
    public Long recordedAt;

    public long orderKey;
    public String source = OpportunityChange.DEFAULT_SOURCE;
    public ActivityCode.Kind kind;
    public ActivityCode.Direction direction;
    public ActivityCode.Status status;

    /** Epoch milliseconds at which a scheduled activity will take place. */
    public Long startsAt;

    public String actor;
    public String subject;

    /** What the source itself calls activities of this type. */
    public String activityType;

    /** Makes it as new. */
    public void reset() {
        eventId = opportunityId = actor = subject = activityType = null;
        occurredAt = recordedAt = startsAt = null;
        orderKey = 0;
        source = OpportunityChange.DEFAULT_SOURCE;
        kind = null;
        direction = null;
        status = null;
    }
}
