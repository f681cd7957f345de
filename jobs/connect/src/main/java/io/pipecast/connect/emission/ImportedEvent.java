package io.pipecast.connect.emission;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.organization.OrganizationFact;

/**
 * An event made of a row: exactly one of the three is set.
 *
 * @param time fact time, epoch milliseconds
 * @param orderKey position in the source
 */
public record ImportedEvent(
        long time,
        long orderKey,
        OpportunityChange change,
        Activity activity,
        OrganizationFact fact)
        implements Comparable<ImportedEvent> {
    /** The event of a record. */
    public static ImportedEvent of(OpportunityChange change) {
        return new ImportedEvent(change.occurredAt, change.orderKey, change, null, null);
    }

    /** The event of a record. */
    public static ImportedEvent of(Activity activity) {
        return new ImportedEvent(activity.occurredAt, activity.orderKey, null, activity, null);
    }

    /** The event of a record. */
    public static ImportedEvent of(OrganizationFact fact) {
        return new ImportedEvent(fact.effectiveFrom(), fact.orderKey(), null, null, fact);
    }

    /** Order of the output: time, then position, then the organization before deals. */
    @Override
    public int compareTo(ImportedEvent other) {
        int c = Long.compare(time, other.time);
        c = c != 0 ? c : Long.compare(orderKey, other.orderKey);
        return c != 0 ? c : Boolean.compare(fact == null, other.fact == null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportedEvent event && line().equals(event.line());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(time * 31 + orderKey);
    }

    /** Appends it as a line of {@code events.jsonl}, without the line break. */
    public void appendTo(JsonText out) {
        if (change != null) {
            EventJson.append(change, out);
        } else if (activity != null) {
            EventJson.append(activity, out);
        } else {
            EventJson.append(fact, out);
        }
    }

    /** As a line of {@code events.jsonl}. */
    public String line() {
        JsonText out = new JsonText();
        appendTo(out);
        return out.toString();
    }

    /** As an Avro message. */
    public byte[] avro() {
        if (change != null) {
            return EventAvro.encode(change);
        }
        return activity != null ? EventAvro.encode(activity) : EventAvro.encode(fact);
    }

    /** Record key: the deal, or what the organization record is about. */
    public String key() {
        if (change != null) {
            return change.opportunityId;
        }
        return activity != null ? activity.opportunityId : fact.key();
    }
}
