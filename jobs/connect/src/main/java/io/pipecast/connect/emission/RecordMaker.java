package io.pipecast.connect.emission;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.connect.mapping.Target;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;

/** Puts the fields of a record into the event they make. */
final class RecordMaker {
    private RecordMaker() {}

    static OpportunityChange change(Fields f, String eventId, long orderKey, String source) {
        OpportunityChange change = new OpportunityChange();
        change.eventId = eventId;
        change.orderKey = orderKey;
        change.source = source;
        change.opportunityId = f.text("opportunityId");
        change.occurredAt = f.number("occurredAt");
        change.recordedAt = f.number("recordedAt");
        change.operation = f.name("operation", OpportunityChange.Operation.class);
        change.mergedInto = f.text("mergedInto");
        change.actor = f.text("actor");
        change.cleared.addAll(f.cleared());
        state(change, f);
        return change;
    }

    private static void state(OpportunityChange change, Fields f) {
        change.stage = f.text("stage");
        change.outcome = f.name("outcome", Outcome.class);
        change.closeReason = f.text("closeReason");
        change.owner = f.text("owner");
        change.closeDate = f.day("closeDate");
        change.forecastCategory = f.name("forecastCategory", ForecastCategory.class);
        change.currency = f.text("currency");
        change.amount = f.number("amount");
        change.measures = f.measures();
        change.territory = f.text("territory");
        change.account = f.text("account");
        change.dealType = f.name("dealType", DealType.class);
        change.name = f.text("name");
        change.product = f.text("product");
        change.leadSource = f.text("leadSource");
        change.nextStep = f.text("nextStep");
        change.routeToMarket = f.text("routeToMarket");
    }

    static Activity activity(Fields f, String eventId, long orderKey, String source) {
        Activity activity = new Activity();
        activity.eventId = eventId;
        activity.orderKey = orderKey;
        activity.source = source;
        activity.opportunityId = f.text("opportunityId");
        activity.occurredAt = f.number("occurredAt");
        activity.recordedAt = f.number("recordedAt");
        activity.kind = f.name("kind", ActivityCode.Kind.class);
        activity.direction = f.name("direction", ActivityCode.Direction.class);
        activity.status = f.name("status", ActivityCode.Status.class);
        activity.startsAt = f.number("startsAt");
        activity.actor = f.text("actor");
        activity.subject = f.text("subject");
        activity.activityType = f.text("activityType");
        return activity;
    }

    static OrganizationFact fact(Target target, Fields f, long orderKey) {
        OrganizationFact.Kind kind = OrganizationFact.Kind.valueOf(target.name());
        Long recordedAt = f.number("recordedAt");
        Long amount = f.number("amount");
        boolean quota = kind == OrganizationFact.Kind.QUOTA;
        return new OrganizationFact(
                kind,
                id(kind, f),
                f.number("effectiveFrom"),
                recordedAt == null ? f.number("effectiveFrom") : recordedAt,
                orderKey,
                f.text("name"),
                f.text("parent"),
                f.text("territory"),
                f.flag("active", true),
                f.name("tree", Tree.class),
                f.text("period"),
                quota ? or(f.text("measure"), "amount") : null,
                quota ? or(f.text("forecastType"), "default") : null,
                amount == null ? OrganizationFact.NONE : amount,
                quota ? f.text("currency") : null,
                f.text("rate"));
    }

    private static String id(OrganizationFact.Kind kind, Fields f) {
        return switch (kind) {
            case QUOTA -> f.text("node");
            case RATE -> f.text("currency");
            default -> f.text("id");
        };
    }

    private static String or(String text, String absent) {
        return text == null ? absent : text;
    }
}
