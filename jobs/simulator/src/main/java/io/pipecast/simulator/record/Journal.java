package io.pipecast.simulator.record;

import io.pipecast.codec.control.Call;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.organization.OrganizationFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the company's systems write down in a day. Entries may be made in any order; {@link
 * #takeDay} sorts and numbers them. While closed nothing is kept.
 */
public final class Journal {
    private List<TimedRecord> day = new ArrayList<>();
    private boolean open;
    private long position;
    private long statements;

    /** Starts keeping entries. */
    public void open() {
        open = true;
    }

    /** Whether entries are kept. */
    public boolean isOpen() {
        return open;
    }

    /** Notes a change of a deal; the change is the journal's from here on. */
    public void note(OpportunityChange change) {
        if (open) {
            day.add(
                    new TimedRecord(
                            change.occurredAt,
                            change.occurredAt,
                            TimedRecord.Kind.OPPORTUNITY,
                            change.opportunityId,
                            change));
        }
    }

    /** Notes an activity; the activity is the journal's from here on. */
    public void note(Activity activity) {
        if (open) {
            day.add(
                    new TimedRecord(
                            activity.occurredAt,
                            activity.occurredAt,
                            TimedRecord.Kind.ACTIVITY,
                            activity.opportunityId,
                            activity));
        }
    }

    /** Notes a statement about the organization. */
    public void note(OrganizationFact fact) {
        if (open) {
            long at = fact.recordedAt();
            day.add(new TimedRecord(at, at, TimedRecord.Kind.ORGANIZATION, fact.id(), fact));
        }
    }

    /** Notes a submitted forecast. */
    public void note(Call call) {
        if (open) {
            long at = call.submittedAt();
            day.add(new TimedRecord(at, at, TimedRecord.Kind.CALL, call.node(), call));
        }
    }

    /** Order key of the next statement about the organization. */
    public long nextStatement() {
        return ++statements;
    }

    /** The day's entries in time order, numbered; the journal begins the next day. */
    public List<TimedRecord> takeDay() {
        List<TimedRecord> done = day;
        // stable: entries of one instant keep the order in which they were made
        done.sort(Comparator.comparingLong(TimedRecord::at));
        for (TimedRecord entry : done) {
            number(entry);
        }
        day = new ArrayList<>(done.size() + done.size() / 4);
        return done;
    }

    private void number(TimedRecord entry) {
        if (entry.kind() == TimedRecord.Kind.OPPORTUNITY) {
            entry.change().orderKey = ++position;
            entry.change().eventId = "e" + position;
        } else if (entry.kind() == TimedRecord.Kind.ACTIVITY) {
            entry.activity().orderKey = ++position;
            entry.activity().eventId = "e" + position;
        }
    }
}
