package io.pipecast.codec.event;

import io.pipecast.codec.control.Call;
import io.pipecast.codec.json.JsonLine;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.organization.OrganizationFact;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events as lines of {@code events.jsonl}: one JSON object without a line break, {@code type}
 * first, then the fields of the Avro schema in its order. Nulls and defaults are left out, instants
 * are ISO-8601 UTC with milliseconds, dates {@code yyyy-MM-dd}, amounts integer minor units.
 */
public final class EventJson {
    /** Values of {@code type}. */
    public static final String OPPORTUNITY = "opportunity";

    public static final String ACTIVITY = "activity";
    public static final String ORGANIZATION = "organization";
    public static final String QUOTA = "quota";
    public static final String RATE = "rate";
    public static final String CALL = "call";

    private EventJson() {}

    /** A change as a line. */
    public static String line(OpportunityChange change) {
        JsonText out = new JsonText(320);
        append(change, out);
        return out.toString();
    }

    /** An activity as a line. */
    public static String line(Activity activity) {
        JsonText out = new JsonText(256);
        append(activity, out);
        return out.toString();
    }

    /** A statement about the organization as a line. */
    public static String line(OrganizationFact fact) {
        JsonText out = new JsonText(256);
        append(fact, out);
        return out.toString();
    }

    /** Appends a change; {@code occurredAt} must be filled in. */
    public static void append(OpportunityChange c, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("type", OPPORTUNITY);
        head(line, c.eventId, c.opportunityId, c.occurredAt, c.recordedAt, c.orderKey, c.source);
        line.symbol("operation", c.operation).text("mergedInto", c.mergedInto);
        if (!c.cleared.isEmpty()) {
            line.texts("cleared", c.cleared);
        }
        line.number("bulkSize", c.bulkSize, 1).text("actor", c.actor);
        line.text("stage", c.stage).symbol("outcome", c.outcome);
        line.text("closeReason", c.closeReason).text("owner", c.owner);
        if (c.closeDate != null) {
            line.date("closeDate", c.closeDate);
        }
        line.symbol("forecastCategory", c.forecastCategory).text("currency", c.currency);
        line.number("amount", c.amount);
        measures(line, c.measures);
        line.text("territory", c.territory).text("account", c.account);
        line.symbol("dealType", c.dealType);
        credits(line, c);
        line.text("name", c.name).text("product", c.product).text("leadSource", c.leadSource);
        line.text("nextStep", c.nextStep).text("routeToMarket", c.routeToMarket).close();
    }

    /** Appends an activity; {@code occurredAt} must be filled in. */
    public static void append(Activity a, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("type", ACTIVITY);
        head(line, a.eventId, a.opportunityId, a.occurredAt, a.recordedAt, a.orderKey, a.source);
        line.symbol("kind", a.kind).symbol("direction", a.direction).symbol("status", a.status);
        line.instant("startsAt", a.startsAt).text("actor", a.actor);
        line.text("subject", a.subject).text("activityType", a.activityType).close();
    }

    /** Appends a statement about the organization: organization, quota or rate. */
    public static void append(OrganizationFact fact, JsonText out) {
        JsonLine line = new JsonLine(out).open();
        switch (fact.kind()) {
            case QUOTA -> quota(line, fact);
            case RATE ->
                    line.text("type", RATE).text("currency", fact.id()).text("rate", fact.rate());
            default -> node(line, fact);
        }
        line.instant("effectiveFrom", fact.effectiveFrom());
        line.instant("recordedAt", fact.recordedAt(), fact.effectiveFrom());
        line.number("orderKey", fact.orderKey(), 0).close();
    }

    /** Appends a submitted call. */
    public static void append(Call c, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("type", CALL).text("callId", c.callId());
        line.symbol("tree", c.tree()).text("node", c.node()).text("period", c.period());
        line.number("commit", c.commit(), Call.NONE);
        line.number("bestCase", c.bestCase(), Call.NONE).text("note", c.note());
        line.instant("submittedAt", c.submittedAt()).text("actor", c.actor()).close();
    }

    private static void head(
            JsonLine line,
            String eventId,
            String opportunityId,
            Long occurredAt,
            Long recordedAt,
            long orderKey,
            String source) {
        line.text("eventId", eventId).text("opportunityId", opportunityId);
        line.instant("occurredAt", occurredAt).instant("recordedAt", recordedAt);
        line.number("orderKey", orderKey, 0);
        line.text("source", OpportunityChange.DEFAULT_SOURCE.equals(source) ? null : source);
    }

    private static void measures(JsonLine line, Map<String, Long> measures) {
        if (measures != null) {
            line.name("measures").open();
            new TreeMap<>(measures).forEach((name, value) -> line.quoted(name).value(value));
            line.close();
        }
    }

    private static void credits(JsonLine line, OpportunityChange change) {
        if (change.credits != null) {
            line.openArray("credits");
            for (Credit credit : change.credits) {
                line.open().text("user", credit.user());
                line.number("basisPoints", credit.basisPoints());
                line.truth("overlay", credit.overlay()).close();
            }
            line.closeArray();
        }
    }

    private static void node(JsonLine line, OrganizationFact fact) {
        line.text("type", ORGANIZATION).symbol("kind", fact.kind()).text("id", fact.id());
        line.text("name", fact.name()).text("parent", fact.parent());
        line.text("territory", fact.territory());
        if (!fact.active()) {
            line.truth("active", false);
        }
    }

    private static void quota(JsonLine line, OrganizationFact fact) {
        line.text("type", QUOTA).symbol("tree", fact.tree()).text("node", fact.id());
        line.text("period", fact.period()).text("measure", fact.measure());
        line.text("forecastType", fact.forecastType()).number("amount", fact.amount());
        line.text("currency", fact.currency());
    }
}
