package io.pipecast.codec.event;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.domain.organization.OrganizationFact;

/** Events as single-object encoded Avro messages, written in the schema in force. */
public final class EventAvro {
    private EventAvro() {}

    /** A change; eventId, opportunityId and occurredAt must be filled in. */
    public static byte[] encode(OpportunityChange c) {
        WireWriter out = new WireWriter(WireSchema.OPPORTUNITY_CHANGE);
        out.text(c.eventId).text(c.opportunityId).number(c.occurredAt);
        out.optionalNumber(c.recordedAt).number(c.orderKey).text(c.source).symbol(c.operation);
        out.optionalText(c.mergedInto).texts(c.cleared).integer(c.bulkSize).optionalText(c.actor);
        out.optionalText(c.stage).optionalSymbol(c.outcome).optionalText(c.closeReason);
        out.optionalText(c.owner).optionalInteger(c.closeDate).optionalSymbol(c.forecastCategory);
        out.optionalText(c.currency).optionalNumber(c.amount);
        if (out.present(c.measures != null)) {
            out.numbers(c.measures);
        }
        out.optionalText(c.territory).optionalText(c.account).optionalSymbol(c.dealType);
        if (out.present(c.credits != null)) {
            out.block(c.credits.size());
            c.credits.forEach(
                    credit ->
                            out.text(credit.user())
                                    .integer(credit.basisPoints())
                                    .truth(credit.overlay()));
            out.end();
        }
        out.optionalText(c.name).optionalText(c.product).optionalText(c.leadSource);
        return out.optionalText(c.nextStep).optionalText(c.routeToMarket).finish();
    }

    /** An activity; all fields but the optional ones must be filled in. */
    public static byte[] encode(Activity a) {
        WireWriter out = new WireWriter(WireSchema.ACTIVITY);
        out.text(a.eventId).text(a.opportunityId).number(a.occurredAt);
        out.optionalNumber(a.recordedAt).number(a.orderKey).text(a.source);
        out.symbol(a.kind).symbol(a.direction).symbol(a.status);
        return out.optionalNumber(a.startsAt)
                .optionalText(a.actor)
                .optionalText(a.subject)
                .optionalText(a.activityType)
                .finish();
    }

    /** A statement about the organization: OrganizationChange, Quota or ExchangeRate by kind. */
    public static byte[] encode(OrganizationFact fact) {
        WireWriter out =
                switch (fact.kind()) {
                    case QUOTA -> quota(fact);
                    case RATE ->
                            new WireWriter(WireSchema.EXCHANGE_RATE)
                                    .text(fact.id())
                                    .text(fact.rate());
                    default -> node(fact);
                };
        out.number(fact.effectiveFrom());
        out.optionalNumber(fact.recordedAt(), fact.effectiveFrom());
        return out.number(fact.orderKey()).finish();
    }

    private static WireWriter quota(OrganizationFact fact) {
        return new WireWriter(WireSchema.QUOTA)
                .symbol(fact.tree())
                .text(fact.id())
                .text(fact.period())
                .text(fact.measure())
                .text(fact.forecastType())
                .number(fact.amount())
                .text(fact.currency());
    }

    private static WireWriter node(OrganizationFact fact) {
        return new WireWriter(WireSchema.ORGANIZATION_CHANGE)
                .symbol(fact.kind())
                .text(fact.id())
                .optionalText(fact.name())
                .optionalText(fact.parent())
                .optionalText(fact.territory())
                .truth(fact.active());
    }
}
