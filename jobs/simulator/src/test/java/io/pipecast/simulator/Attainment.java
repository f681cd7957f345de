package io.pipecast.simulator;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.record.TimedRecord.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Won against the company's quota by complete quarter, straight from a log, at the rates of the
 * day.
 */
final class Attainment {
    private final Map<String, Double> rates = new HashMap<>(Map.of("USD", 1d));
    private final Map<String, Long> quotas = new HashMap<>();
    private final Map<String, Double> won = new TreeMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final Map<String, Long> amounts = new HashMap<>();

    private Attainment() {}

    static Attainment of(List<TimedRecord> log, SalesCalendar calendar) {
        Attainment attainment = new Attainment();
        for (TimedRecord record : log) {
            if (record.kind() == Kind.ORGANIZATION) {
                attainment.take(record.organization());
            } else if (record.kind() == Kind.OPPORTUNITY) {
                attainment.take(record.change(), calendar);
            }
        }
        long end = log.get(log.size() - 1).at();
        attainment.won.remove(calendar.fiscal().at(calendar.days().dayOf(end)).id());
        return attainment;
    }

    private void take(OrganizationFact fact) {
        if (fact.kind() == OrganizationFact.Kind.RATE) {
            rates.put(fact.id(), Double.parseDouble(fact.rate()));
        } else if (fact.kind() == OrganizationFact.Kind.QUOTA
                && fact.tree() == Tree.REPORTING
                && fact.id().equals(Organization.COMPANY)) {
            quotas.put(fact.period(), fact.amount());
        }
    }

    private void take(OpportunityChange change, SalesCalendar calendar) {
        String id = change.opportunityId;
        if (change.currency != null) {
            currencies.put(id, change.currency);
        }
        if (change.amount != null) {
            amounts.put(id, change.amount);
        }
        if ("Won".equals(change.stage)) {
            String quarter = calendar.fiscal().at(calendar.days().dayOf(change.occurredAt)).id();
            won.merge(quarter, amounts.get(id) * rates.get(currencies.get(id)), Double::sum);
        }
    }

    /** Won ÷ quota by quarter id. */
    Map<String, Double> quarters() {
        Map<String, Double> shares = new TreeMap<>();
        won.forEach((quarter, sum) -> shares.put(quarter, sum / quotas.get(quarter)));
        return shares;
    }

    double mean() {
        return quarters().values().stream().mapToDouble(s -> s).average().orElseThrow();
    }
}
