package io.pipecast.codec.input;

import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;
import java.util.Map;

/** Reads the JSON records about the organization; fields it does not know are left out. */
final class OrganizationJson {
    private static final Map<String, Kind> NODES =
            DealJson.byName(new Kind[] {Kind.USER, Kind.TERRITORY, Kind.ACCOUNT});
    private static final Map<String, Tree> TREES = DealJson.byName(Tree.values());

    private final JsonFields in;

    private Kind kind;
    private String id;
    private Long effectiveFrom;
    private Long recordedAt;
    private long orderKey;
    private String name;
    private String parent;
    private String territory;
    private boolean active;
    private Tree tree;
    private String period;
    private String measure;
    private String forecastType;
    private Long amount;
    private String currency;
    private String rate;

    OrganizationJson(JsonFields in) {
        this.in = in;
    }

    OrganizationFact readNode() throws IOException, Refusal {
        reset(null);
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "kind" -> kind = in.symbol(field, NODES);
                case "id" -> id = in.word(field);
                case "name" -> name = in.text(field);
                case "parent" -> parent = in.word(field);
                case "territory" -> territory = in.word(field);
                case "active" -> active = !Boolean.FALSE.equals(in.truth(field));
                default -> dated(field);
            }
        }
        Checks.present("kind", kind);
        return fact();
    }

    OrganizationFact readQuota() throws IOException, Refusal {
        reset(Kind.QUOTA);
        measure = "amount";
        forecastType = "default";
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "tree" -> tree = in.symbol(field, TREES);
                case "node" -> id = in.word(field);
                case "period" -> period = in.word(field);
                case "measure" -> measure = in.word(field, measure);
                case "forecastType" -> forecastType = in.word(field, forecastType);
                case "amount" -> amount = in.amount(field);
                case "currency" -> currency = in.word(field);
                default -> dated(field);
            }
        }
        Checks.present("amount", amount);
        return fact();
    }

    OrganizationFact readRate() throws IOException, Refusal {
        reset(Kind.RATE);
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "currency" -> id = in.word(field);
                case "rate" -> rate = in.decimal(field);
                default -> dated(field);
            }
        }
        return fact();
    }

    private void dated(String field) throws IOException, Refusal {
        switch (field) {
            case "effectiveFrom" -> effectiveFrom = in.instant(field);
            case "recordedAt" -> recordedAt = in.instant(field);
            case "orderKey" -> orderKey = in.whole(field, 0, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> in.skip();
        }
    }

    private void reset(Kind known) {
        kind = known;
        id = name = parent = territory = period = measure = forecastType = currency = rate = null;
        effectiveFrom = recordedAt = amount = null;
        orderKey = 0;
        active = true;
        tree = null;
    }

    private OrganizationFact fact() throws Refusal {
        Checks.present("effectiveFrom", effectiveFrom);
        return new OrganizationFact(
                kind,
                id,
                effectiveFrom,
                recordedAt == null ? effectiveFrom : recordedAt,
                orderKey,
                name,
                parent,
                territory,
                active,
                tree,
                period,
                measure,
                forecastType,
                amount == null ? OrganizationFact.NONE : amount,
                currency,
                rate);
    }
}
