package io.pipecast.codec.input;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the Avro records about deals, field by field in the order of the schemas in force. */
final class DealAvro {
    private static final Operation[] OPERATIONS = Operation.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ForecastCategory[] CATEGORIES = ForecastCategory.values();
    private static final DealType[] DEAL_TYPES = DealType.values();
    private static final ActivityCode.Kind[] KINDS = ActivityCode.Kind.values();
    private static final ActivityCode.Direction[] DIRECTIONS = ActivityCode.Direction.values();
    private static final ActivityCode.Status[] STATUSES = ActivityCode.Status.values();

    private DealAvro() {}

    static void read(WireReader in, OpportunityChange c) throws IOException {
        c.eventId = in.text();
        c.opportunityId = in.text();
        c.occurredAt = in.number();
        c.recordedAt = in.optionalLong();
        c.orderKey = in.number();
        c.source = in.word();
        c.operation = in.symbol(OPERATIONS);
        c.mergedInto = in.optionalText();
        in.each(() -> c.cleared.add(in.word()));
        c.bulkSize = in.integer();
        c.actor = in.optionalWord();
        c.stage = in.optionalWord();
        c.outcome = in.optionalSymbol(OUTCOMES);
        c.closeReason = in.optionalWord();
        c.owner = in.optionalWord();
        c.closeDate = in.optionalInt();
        c.forecastCategory = in.optionalSymbol(CATEGORIES);
        c.currency = in.optionalWord();
        c.amount = in.optionalLong();
        c.measures = in.present() ? in.numbers() : null;
        c.territory = in.optionalWord();
        c.account = in.optionalWord();
        c.dealType = in.optionalSymbol(DEAL_TYPES);
        c.credits = in.present() ? credits(in) : null;
        c.name = in.optionalText();
        c.product = in.optionalWord();
        c.leadSource = in.optionalWord();
        c.nextStep = in.optionalText();
        c.routeToMarket = in.optionalWord();
    }

    static void read(WireReader in, Activity a) throws IOException {
        a.eventId = in.text();
        a.opportunityId = in.text();
        a.occurredAt = in.number();
        a.recordedAt = in.optionalLong();
        a.orderKey = in.number();
        a.source = in.word();
        a.kind = in.symbol(KINDS);
        a.direction = in.symbol(DIRECTIONS);
        a.status = in.symbol(STATUSES);
        a.startsAt = in.optionalLong();
        a.actor = in.optionalWord();
        a.subject = in.optionalText();
        a.activityType = in.optionalWord();
    }

    private static List<Credit> credits(WireReader in) throws IOException {
        List<Credit> credits = new ArrayList<>();
        in.each(() -> credits.add(new Credit(in.word(), in.integer(), in.truth())));
        return credits;
    }
}
