package io.pipecast.codec.event;

import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A change of one deal as the wire carries it (schema {@code crm/OpportunityChange}): only what
 * changed. A null field is unchanged unless its name is listed in {@link #cleared}. Mutable on
 * purpose: importers fill it, decoders reuse one.
 */
public final class OpportunityChange {
    /** What happened to the deal. */
    public enum Operation {
        CREATE,
        UPDATE,
        /** A deal as a first import found it: when it entered its stage is unknown. */
        SNAPSHOT,
        DELETE,
        UNDELETE,
        MERGE
    }

    /** Feed of events that do not name one. */
    public static final String DEFAULT_SOURCE = "crm";

    public String eventId;
    public String opportunityId;

    /** Epoch milliseconds; null only before it is filled in. */
    public Long occurredAt;

    /** Epoch milliseconds. */
    public Long recordedAt;

    public long orderKey;
    public String source = DEFAULT_SOURCE;
    public Operation operation = Operation.UPDATE;
    public String mergedInto;

    /** Names of fields that now have no value; {@code measures.arr} for a single measure. */
    public final List<String> cleared = new ArrayList<>(2);

    public int bulkSize = 1;
    public String actor;
    public String stage;
    public Outcome outcome;
    public String closeReason;
    public String owner;

    /** Epoch day. */
    public Integer closeDate;

    public ForecastCategory forecastCategory;
    public String currency;

    /** Minor units of {@link #currency}. */
    public Long amount;

    /** Further measures (arr, tcv, …) in minor units. */
    public Map<String, Long> measures;

    public String territory;
    public String account;
    public DealType dealType;
    public List<Credit> credits;
    public String name;
    public String product;
    public String leadSource;
    public String nextStep;
    public String routeToMarket;

    /** Makes it as new. */
    public void reset() {
        eventId = opportunityId = mergedInto = actor = null;
        occurredAt = recordedAt = null;
        orderKey = 0;
        source = DEFAULT_SOURCE;
        operation = Operation.UPDATE;
        cleared.clear();
        bulkSize = 1;
        stage = closeReason = owner = currency = territory = account = null;
        outcome = null;
        closeDate = null;
        forecastCategory = null;
        amount = null;
        measures = null;
        dealType = null;
        credits = null;
        name = product = leadSource = nextStep = routeToMarket = null;
    }
}
