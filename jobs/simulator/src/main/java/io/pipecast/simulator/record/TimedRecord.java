package io.pipecast.simulator.record;

import io.pipecast.codec.control.Call;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.organization.OrganizationFact;

/**
 * Something the company's systems send.
 *
 * @param at epoch milliseconds at which it is sent; the fact time unless something delays it
 * @param occurredAt fact time, epoch milliseconds
 * @param kind what it is
 * @param key record key: opportunity id, node id
 * @param value an {@link OpportunityChange}, {@link Activity}, {@link OrganizationFact}, {@link
 *     Call} or, for {@link Kind#UNREADABLE}, a line of text
 */
public record TimedRecord(long at, long occurredAt, Kind kind, String key, Object value) {
    /** What a record is, and so where it goes. */
    public enum Kind {
        OPPORTUNITY,
        ACTIVITY,
        ORGANIZATION,
        /** A forecast somebody submitted; goes to the control topic. */
        CALL,
        /** A broken line, as it stands. */
        UNREADABLE
    }

    /** The change of a deal; only of kind OPPORTUNITY. */
    public OpportunityChange change() {
        return (OpportunityChange) value;
    }

    /** The activity; only of kind ACTIVITY. */
    public Activity activity() {
        return (Activity) value;
    }

    /** The statement about the organization; only of kind ORGANIZATION. */
    public OrganizationFact organization() {
        return (OrganizationFact) value;
    }

    /** The submitted forecast; only of kind CALL. */
    public Call call() {
        return (Call) value;
    }

    /** The broken line; only of kind UNREADABLE. */
    public String line() {
        return (String) value;
    }

    /** Feed the record comes from, or null where it comes from none. */
    public String source() {
        return switch (kind) {
            case OPPORTUNITY -> change().source;
            case ACTIVITY -> activity().source;
            default -> null;
        };
    }

    /** The same, sent at another instant. */
    public TimedRecord sentAt(long instant) {
        return new TimedRecord(instant, occurredAt, kind, key, value);
    }
}
