package io.pipecast.codec.input;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.OrganizationFact;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a statement about the organization must keep to. */
final class OrganizationRules {
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private final Checks checks;

    OrganizationRules(DayClock days) {
        this.checks = new Checks(days);
    }

    Input input(OrganizationFact fact) throws Refusal {
        switch (fact.kind()) {
            case QUOTA -> quota(fact);
            case RATE -> rate(fact);
            default -> Checks.present("id", fact.id());
        }
        checks.instant("effectiveFrom", fact.effectiveFrom());
        checks.instant("recordedAt", fact.recordedAt());
        return Input.of(fact);
    }

    private static void quota(OrganizationFact quota) throws Refusal {
        Checks.present("tree", quota.tree());
        Checks.present("node", quota.id());
        Checks.present("period", quota.period());
        Checks.present("measure", quota.measure());
        Checks.present("forecastType", quota.forecastType());
        Checks.amount("amount", quota.amount());
        Checks.present("currency", quota.currency());
        Checks.currency("currency", quota.currency());
    }

    private static void rate(OrganizationFact rate) throws Refusal {
        Checks.present("currency", rate.id());
        Checks.currency("currency", rate.id());
        Checks.present("rate", rate.rate());
        if (!RATE.matcher(rate.rate()).matches() || new BigDecimal(rate.rate()).signum() == 0) {
            throw Refusal.badValue("rate", "must be a positive decimal number", rate.rate());
        }
    }
}
