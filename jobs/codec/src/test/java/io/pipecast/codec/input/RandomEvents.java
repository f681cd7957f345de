package io.pipecast.codec.input;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Random records that keep to every rule, each optional field present half of the time. */
final class RandomEvents {
    private static final List<String> STAGES =
            List.of("Qualification", "Discovery", "Proposal", "Closed Won", "Closed Lost");
    private static final List<String> WORDS =
            List.of("anna", "Øyvind", "日本", "a \"quoted\" one", "tab\there", "line\nbreak", "😀 x");

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    OpportunityChange change() {
        OpportunityChange c = new OpportunityChange();
        c.eventId = "e" + random.nextLong();
        c.opportunityId = "006" + random.nextInt(1000);
        c.occurredAt = instant();
        c.recordedAt = maybe(this::instant);
        c.orderKey = random.nextBoolean() ? 0 : random.nextLong();
        c.source = random.nextBoolean() ? "crm" : "erp";
        c.operation = pick(Operation.values());
        c.mergedInto = c.operation == Operation.MERGE ? "006x" : null;
        c.bulkSize = random.nextBoolean() ? 1 : 1 + random.nextInt(1000);
        c.actor = maybe(this::word);
        c.stage = maybe(() -> STAGES.get(random.nextInt(STAGES.size())));
        c.outcome = maybe(() -> pick(Outcome.values()));
        c.closeReason = maybe(this::word);
        c.owner = maybe(this::word);
        c.closeDate = maybe(() -> 10_000 + random.nextInt(20_000));
        c.forecastCategory = maybe(() -> pick(ForecastCategory.values()));
        c.currency = maybe(() -> random.nextBoolean() ? "EUR" : "JPY");
        c.amount = maybe(this::amount);
        c.measures = maybe(() -> new TreeMap<>(Map.of("arr", amount(), "tcv", amount())));
        c.territory = maybe(this::word);
        c.account = maybe(this::word);
        c.dealType = maybe(() -> pick(DealType.values()));
        c.credits = maybe(this::credits);
        c.name = maybe(this::word);
        c.product = maybe(this::word);
        c.leadSource = maybe(this::word);
        c.nextStep = maybe(() -> word().repeat(20));
        c.routeToMarket = maybe(this::word);
        clear(c);
        return c;
    }

    private void clear(OpportunityChange c) {
        if (c.owner == null && random.nextBoolean()) {
            c.cleared.add("owner");
        }
        if (c.closeDate == null && random.nextBoolean()) {
            c.cleared.add("closeDate");
        }
        if (c.measures == null && random.nextBoolean()) {
            c.cleared.add("measures.arr");
        }
    }

    Activity activity() {
        Activity a = new Activity();
        a.eventId = "a" + random.nextLong();
        a.opportunityId = "006" + random.nextInt(1000);
        a.occurredAt = instant();
        a.recordedAt = maybe(this::instant);
        a.orderKey = random.nextInt(5);
        a.source = random.nextBoolean() ? "crm" : "calendar";
        a.kind = pick(ActivityCode.Kind.values());
        a.direction = pick(ActivityCode.Direction.values());
        a.status = pick(ActivityCode.Status.values());
        a.startsAt = maybe(this::instant);
        a.actor = maybe(this::word);
        a.subject = maybe(this::word);
        a.activityType = maybe(this::word);
        return a;
    }

    OrganizationFact organization() {
        long from = instant();
        return switch (random.nextInt(5)) {
            case 0 -> OrganizationFact.user("u1", maybe(this::word), "m", "t", true, from, 3);
            case 1 -> OrganizationFact.territory("t1", maybe(this::word), "t0", false, from, 0);
            case 2 -> OrganizationFact.account("a1", maybe(this::word), "t1", from, 1);
            case 3 ->
                    OrganizationFact.quota(
                            Tree.TERRITORY, "t1", "2026-Q4", amount(), "EUR", from, from + 5, 9);
            default -> OrganizationFact.rate("GBP", "1.1745", from, 2);
        };
    }

    private long instant() {
        return 700_000_000_000L + (long) (random.nextDouble() * 3_000_000_000_000L);
    }

    private long amount() {
        return random.nextInt(4) == 0 ? 0 : (long) (random.nextDouble() * MinorUnits.LIMIT);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private List<Credit> credits() {
        int first = 1 + random.nextInt(9_999);
        return List.of(
                new Credit("anna", first, false),
                new Credit("ben", 10_000 - first, false),
                new Credit("cleo", 5_000, true));
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <E> E pick(E[] values) {
        return values[random.nextInt(values.length)];
    }
}
