package io.pipecast.simulator.delivery;

import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.simulator.record.TimedRecord;
import java.time.Instant;

/** Makes records nobody can use out of good ones; each is a line of its own. */
final class Spoiler {
    private static final int HUGE_CHARS = 2 * 1024 * 1024;

    private long spoiled;
    private long broken;

    /** One of every sort in turn. */
    TimedRecord unreadable(TimedRecord near) {
        String[] lines = wrong(near);
        String line = lines[(int) (broken++ % lines.length)];
        return new TimedRecord(
                near.at(), near.occurredAt(), TimedRecord.Kind.UNREADABLE, near.key(), line);
    }

    private static String cutOff(TimedRecord near) {
        String line =
                near.kind() == TimedRecord.Kind.OPPORTUNITY
                        ? EventJson.line(near.change())
                        : EventJson.line(near.activity());
        return line.substring(0, line.length() / 2);
    }

    private String[] wrong(TimedRecord near) {
        String id = near.key();
        return new String[] {
            cutOff(near),
            "<html><body>504 Gateway Time-out</body></html>",
            "{}",
            "{\"type\":\"opportunity\",\"eventId\":\""
                    + eventId()
                    + "\",\"operation\":\"UPDATE\",\"stage\":\"Proposal\"}",
            "{\"type\":\"weather\",\"opportunityId\":\"" + id + "\"}",
            change(id, "9999-12-31T00:00:00Z", "\"stage\":\"Proposal\""),
            change(id, "0000-01-01T00:00:00Z", "\"stage\":\"Proposal\""),
            change(id, instant(near), "\"amount\":-1"),
            change(id, instant(near), "\"amount\":1000000000000000000"),
            change(id, instant(near), "\"amount\":NaN"),
            change(id, instant(near), "\"stage\":\"Verbal agreement\""),
            change(id, instant(near), "\"currency\":\"DOLLARS\""),
        };
    }

    private static String instant(TimedRecord near) {
        return Instant.ofEpochMilli(near.occurredAt()).toString();
    }

    private String change(String id, String at, String field) {
        return "{\"type\":\"opportunity\",\"eventId\":\""
                + eventId()
                + "\",\"opportunityId\":\""
                + id
                + "\",\"occurredAt\":\""
                + at
                + "\",\"operation\":\"UPDATE\","
                + field
                + "}";
    }

    private String eventId() {
        return "x" + ++spoiled;
    }

    /** A readable change with a next step somebody pasted a mailbox into. */
    TimedRecord huge(TimedRecord near) {
        OpportunityChange change = new OpportunityChange();
        change.opportunityId = near.key();
        change.eventId = eventId();
        change.occurredAt = near.occurredAt();
        change.source = near.source();
        change.nextStep = "see below. ".repeat(HUGE_CHARS / 11);
        return new TimedRecord(
                near.at(), near.occurredAt(), TimedRecord.Kind.OPPORTUNITY, near.key(), change);
    }
}
