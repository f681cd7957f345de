package io.pipecast.training.rows;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.TypedActivities;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.settings.PipelineSettings;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The facts of a log up to an instant, gathered per deal. Facts after the instant are not kept, nor
 * are fields no model looks at. Order and repetition of what is added do not matter.
 */
public final class DealLog {
    private static final Set<DealField> IGNORED =
            EnumSet.of(
                    DealField.CLOSE_REASON,
                    DealField.CREDITS,
                    DealField.NAME,
                    DealField.PRODUCT,
                    DealField.LEAD_SOURCE,
                    DealField.NEXT_STEP,
                    DealField.ROUTE_TO_MARKET,
                    DealField.TERRITORY,
                    DealField.ACCOUNT,
                    DealField.MEASURE);

    private final long until;
    private final DayClock days;
    private final Map<String, DealHistory> deals = new TreeMap<>();
    private final ExchangeRates rates;
    private final Organization organization = new Organization();
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<String, Long> types = new TreeMap<>();
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;
    private long facts;

    /** A log of everything, however late. */
    public DealLog(PipelineSettings settings) {
        this(settings, Long.MAX_VALUE);
    }

    /**
     * A log of the facts with time ≤ {@code until}.
     *
     * @param until epoch milliseconds
     */
    public DealLog(PipelineSettings settings, long until) {
        this.until = until;
        this.days = settings.calendar().days();
        this.rates = new ExchangeRates(settings.currency());
    }

    /** Takes in the facts of an event. */
    public void add(DealEvent event) {
        if (event.time() > until) {
            return;
        }
        DealHistory history = deals.computeIfAbsent(event.opportunityId(), id -> new DealHistory());
        for (Fact fact : event.facts()) {
            if (!IGNORED.contains(fact.field) && history.add(fact)) {
                facts++;
                firstTime = Math.min(firstTime, fact.time);
                lastTime = Math.max(lastTime, fact.time);
                if (fact.field == DealField.TYPED_ACTIVITY) {
                    types.merge(fact.text, fact.time, Math::min);
                }
                fingerprints.add(days.dayOf(fact.time), event.opportunityId(), fact);
            }
        }
    }

    /** Takes in what is said of the organization by the log's instant. */
    public void add(OrganizationFact fact) {
        if (fact.effectiveFrom() <= until) {
            organization.add(fact);
        }
        if (fact.kind() == OrganizationFact.Kind.RATE && fact.effectiveFrom() <= until) {
            rates.put(fact.id(), days.dayOf(fact.effectiveFrom()), new BigDecimal(fact.rate()));
        }
    }

    /** Distinct facts kept. */
    public long facts() {
        return facts;
    }

    /** Whether nothing was kept. */
    public boolean isEmpty() {
        return facts == 0;
    }

    /** Time of the first fact, epoch milliseconds. */
    public long firstTime() {
        return firstTime;
    }

    /** Time of the last fact, epoch milliseconds. */
    public long lastTime() {
        return lastTime;
    }

    /** Histories by opportunity id, ascending. */
    public Map<String, DealHistory> deals() {
        return deals;
    }

    /**
     * Names of activity types that models may tell apart: the first of the log, in the order in
     * which they appeared, so that what comes later changes nothing about earlier ones.
     */
    List<String> types() {
        return types.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(TypedActivities.MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    Organization organization() {
        return organization;
    }

    /** Exchange rates by day. */
    public ExchangeRates rates() {
        return rates;
    }

    Fingerprints fingerprints() {
        return fingerprints;
    }
}
