package io.pipecast.codec.input;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of a checked record: one per field that is present, one per field that is cleared, in
 * {@link DealField} order as far as they are present. Reusable, not thread-safe.
 */
final class DealFacts {
    private static final String MEASURES = "measures.";

    /** Fields that can be without a value, by their name on the wire. */
    private static final Map<String, DealField> CLEARABLE =
            Map.ofEntries(
                    Map.entry("outcome", DealField.OUTCOME),
                    Map.entry("closeReason", DealField.CLOSE_REASON),
                    Map.entry("owner", DealField.OWNER),
                    Map.entry("closeDate", DealField.CLOSE_DATE),
                    Map.entry("forecastCategory", DealField.CATEGORY),
                    Map.entry("currency", DealField.CURRENCY),
                    Map.entry("amount", DealField.AMOUNT),
                    Map.entry("territory", DealField.TERRITORY),
                    Map.entry("account", DealField.ACCOUNT),
                    Map.entry("dealType", DealField.DEAL_TYPE),
                    Map.entry("credits", DealField.CREDITS),
                    Map.entry("name", DealField.NAME),
                    Map.entry("product", DealField.PRODUCT),
                    Map.entry("leadSource", DealField.LEAD_SOURCE),
                    Map.entry("nextStep", DealField.NEXT_STEP),
                    Map.entry("routeToMarket", DealField.ROUTE_TO_MARKET));

    private Fact[] facts = new Fact[DealField.values().length];
    private int count;
    private long time;
    private long recordedAt;
    private long orderKey;
    private long eventHash;

    /** The facts of a change; none for an update that changes nothing. */
    Fact[] of(OpportunityChange c) throws Refusal {
        begin(c.eventId, c.occurredAt, c.recordedAt, c.orderKey);
        lifecycle(c);
        text(DealField.STAGE, c.stage);
        symbol(DealField.OUTCOME, c.outcome);
        text(DealField.CLOSE_REASON, c.closeReason);
        text(DealField.OWNER, c.owner);
        if (c.closeDate != null) {
            add(DealField.CLOSE_DATE, c.closeDate, c.bulkSize > 1 ? Fact.BULK : null);
        }
        symbol(DealField.CATEGORY, c.forecastCategory);
        text(DealField.CURRENCY, c.currency);
        if (c.amount != null) {
            add(DealField.AMOUNT, c.amount, null);
        }
        measures(c.measures);
        text(DealField.TERRITORY, c.territory);
        text(DealField.ACCOUNT, c.account);
        symbol(DealField.DEAL_TYPE, c.dealType);
        if (c.credits != null) {
            add(DealField.CREDITS, Fact.NO_NUMBER, Credit.format(c.credits));
        }
        text(DealField.NAME, c.name);
        text(DealField.PRODUCT, c.product);
        text(DealField.LEAD_SOURCE, c.leadSource);
        text(DealField.NEXT_STEP, c.nextStep);
        text(DealField.ROUTE_TO_MARKET, c.routeToMarket);
        cleared(c.cleared);
        return Arrays.copyOf(facts, count);
    }

    /** The facts of an activity: itself, the meeting it books, and what its source calls it. */
    Fact[] of(Activity a) {
        begin(a.eventId, a.occurredAt, a.recordedAt, a.orderKey);
        long code = ActivityCode.pack(a.kind, a.direction, a.status);
        add(DealField.ACTIVITY, code, a.actor);
        if (a.status == ActivityCode.Status.SCHEDULED && a.startsAt != null) {
            add(DealField.MEETING, a.startsAt, null);
        }
        if (a.activityType != null) {
            add(DealField.TYPED_ACTIVITY, code, a.activityType);
        }
        return Arrays.copyOf(facts, count);
    }

    private void begin(String eventId, long occurredAt, Long recorded, long order) {
        count = 0;
        time = occurredAt;
        recordedAt = recorded == null ? occurredAt : recorded;
        orderKey = order;
        eventHash = DealEvent.hash(eventId);
    }

    private void lifecycle(OpportunityChange c) {
        Lifecycle step =
                switch (c.operation) {
                    case CREATE -> Lifecycle.CREATED;
                    case SNAPSHOT -> Lifecycle.SNAPSHOT;
                    case DELETE -> Lifecycle.DELETED;
                    case UNDELETE -> Lifecycle.UNDELETED;
                    case MERGE -> Lifecycle.MERGED;
                    case UPDATE -> null;
                };
        if (step != null) {
            String survivor = step == Lifecycle.MERGED ? c.mergedInto : null;
            add(DealField.LIFECYCLE, step.ordinal(), survivor);
        }
    }

    private void measures(Map<String, Long> measures) {
        if (measures != null) {
            new TreeMap<>(measures).forEach((name, value) -> add(DealField.MEASURE, value, name));
        }
    }

    private void cleared(List<String> names) throws Refusal {
        for (String name : names) {
            boolean measure = name.startsWith(MEASURES) && name.length() > MEASURES.length();
            DealField field = measure ? DealField.MEASURE : CLEARABLE.get(name);
            String text = measure ? name.substring(MEASURES.length()) : null;
            if (field == null) {
                throw Refusal.badValue("cleared", "must name fields that may be empty", name);
            }
            if (states(field, text)) {
                throw Refusal.badValue("cleared", "must not name a field that is given", name);
            }
            add(field, Fact.NO_NUMBER, text);
        }
    }

    private boolean states(DealField field, String measure) {
        for (int i = 0; i < count; i++) {
            if (facts[i].field == field && (measure == null || measure.equals(facts[i].text))) {
                return true;
            }
        }
        return false;
    }

    /** Empty text says that the field has no value. */
    private void text(DealField field, String text) {
        if (text != null) {
            add(field, Fact.NO_NUMBER, text.isEmpty() ? null : text);
        }
    }

    private void symbol(DealField field, Enum<?> value) {
        if (value != null) {
            add(field, Fact.NO_NUMBER, value.name());
        }
    }

    private void add(DealField field, long number, String text) {
        if (count == facts.length) {
            facts = Arrays.copyOf(facts, count * 2);
        }
        facts[count++] = new Fact(time, recordedAt, orderKey, eventHash, field, number, text);
    }
}
