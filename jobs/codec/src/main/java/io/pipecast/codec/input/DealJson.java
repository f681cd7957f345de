package io.pipecast.codec.input;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the JSON records about deals; fields it does not know are left out. */
final class DealJson {
    private static final Map<String, Operation> OPERATIONS = byName(Operation.values());
    private static final Map<String, Outcome> OUTCOMES = byName(Outcome.values());
    private static final Map<String, ForecastCategory> CATEGORIES =
            byName(ForecastCategory.values());
    private static final Map<String, DealType> DEAL_TYPES = byName(DealType.values());
    private static final Map<String, ActivityCode.Kind> KINDS = byName(ActivityCode.Kind.values());
    private static final Map<String, ActivityCode.Direction> DIRECTIONS =
            byName(ActivityCode.Direction.values());
    private static final Map<String, ActivityCode.Status> STATUSES =
            byName(ActivityCode.Status.values());

    private final JsonFields in;

    DealJson(JsonFields in) {
        this.in = in;
    }

    static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> names.put(value.name(), value));
        return names;
    }

    void read(OpportunityChange change) throws IOException, Refusal {
        boolean operation = false;
        for (String field = in.next(); field != null; field = in.next()) {
            operation |= "operation".equals(field);
            if (!head(field, change) && !terms(field, change)) {
                rest(field, change);
            }
        }
        if (!operation || change.operation == null) {
            Checks.present("operation", null);
        }
    }

    private boolean head(String field, OpportunityChange c) throws IOException, Refusal {
        switch (field) {
            case "eventId" -> c.eventId = in.text(field);
            case "opportunityId" -> c.opportunityId = in.text(field);
            case "occurredAt" -> c.occurredAt = in.instant(field);
            case "recordedAt" -> c.recordedAt = in.instant(field);
            case "orderKey" -> c.orderKey = in.whole(field, 0, Long.MIN_VALUE, Long.MAX_VALUE);
            case "source" -> c.source = in.word(field);
            case "operation" -> c.operation = in.symbol(field, OPERATIONS);
            case "mergedInto" -> c.mergedInto = in.text(field);
            case "cleared" -> in.texts(field, c.cleared);
            case "bulkSize" -> c.bulkSize = (int) in.whole(field, 1, 1, Integer.MAX_VALUE);
            case "actor" -> c.actor = in.word(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean terms(String field, OpportunityChange c) throws IOException, Refusal {
        switch (field) {
            case "stage" -> c.stage = in.word(field);
            case "outcome" -> c.outcome = in.symbol(field, OUTCOMES);
            case "closeReason" -> c.closeReason = in.word(field);
            case "owner" -> c.owner = in.word(field);
            case "closeDate" -> c.closeDate = in.date(field);
            case "forecastCategory" -> c.forecastCategory = in.symbol(field, CATEGORIES);
            case "currency" -> c.currency = in.word(field);
            case "amount" -> c.amount = in.amount(field);
            case "measures" -> c.measures = measures(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void rest(String field, OpportunityChange c) throws IOException, Refusal {
        switch (field) {
            case "territory" -> c.territory = in.word(field);
            case "account" -> c.account = in.word(field);
            case "dealType" -> c.dealType = in.symbol(field, DEAL_TYPES);
            case "credits" -> c.credits = credits(field);
            case "name" -> c.name = in.text(field);
            case "product" -> c.product = in.word(field);
            case "leadSource" -> c.leadSource = in.word(field);
            case "nextStep" -> c.nextStep = in.text(field);
            case "routeToMarket" -> c.routeToMarket = in.word(field);
            default -> in.skip();
        }
    }

    void read(Activity a) throws IOException, Refusal {
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "eventId" -> a.eventId = in.text(field);
                case "opportunityId" -> a.opportunityId = in.text(field);
                case "occurredAt" -> a.occurredAt = in.instant(field);
                case "recordedAt" -> a.recordedAt = in.instant(field);
                case "orderKey" -> a.orderKey = in.whole(field, 0, Long.MIN_VALUE, Long.MAX_VALUE);
                case "source" -> a.source = in.word(field);
                case "kind" -> a.kind = in.symbol(field, KINDS);
                case "direction" -> a.direction = in.symbol(field, DIRECTIONS);
                case "status" -> a.status = in.symbol(field, STATUSES);
                case "startsAt" -> a.startsAt = in.instant(field);
                case "actor" -> a.actor = in.word(field);
                case "subject" -> a.subject = in.text(field);
                case "activityType" -> a.activityType = in.word(field);
                default -> in.skip();
            }
        }
    }

    private Map<String, Long> measures(String field) throws IOException, Refusal {
        if (!in.object(field)) {
            return null;
        }
        Map<String, Long> measures = new TreeMap<>();
        for (String name = in.next(); name != null; name = in.next()) {
            Long amount = in.amount(field + "." + name);
            Checks.present(field + "." + name, amount);
            measures.put(name, amount);
        }
        return measures;
    }

    private List<Credit> credits(String field) throws IOException, Refusal {
        if (!in.array(field)) {
            return null;
        }
        List<Credit> credits = new ArrayList<>();
        while (in.element(field)) {
            credits.add(credit());
        }
        return credits;
    }

    private Credit credit() throws IOException, Refusal {
        String user = null;
        long points = 0;
        boolean overlay = false;
        for (String part = in.next(); part != null; part = in.next()) {
            switch (part) {
                case "user" -> user = in.word("credits.user");
                case "basisPoints" ->
                        points =
                                in.whole(
                                        "credits.basisPoints",
                                        0,
                                        Integer.MIN_VALUE,
                                        Integer.MAX_VALUE);
                case "overlay" -> overlay = Boolean.TRUE.equals(in.truth("credits.overlay"));
                default -> in.skip();
            }
        }
        return new Credit(user, (int) points, overlay);
    }
}
