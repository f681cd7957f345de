package io.pipecast.codec.input;

import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.settings.PipelineSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a record about a deal must keep to, and the event it then is. */
final class DealRules {
    private final PipelineSettings settings;
    private final Checks checks;
    private final DealFacts facts = new DealFacts();

    DealRules(PipelineSettings settings) {
        this.settings = settings;
        this.checks = new Checks(settings.calendar().days());
    }

    Input input(OpportunityChange change) throws Refusal {
        head(change.eventId, change.opportunityId, change.occurredAt, change.recordedAt);
        if (change.operation == Operation.MERGE) {
            Checks.present("mergedInto", change.mergedInto);
        }
        if (change.stage != null && settings.stages().indexOf(change.stage) < 0) {
            throw Refusal.of(
                    Reason.UNKNOWN_STAGE, "stage", "must be a configured stage", change.stage);
        }
        checks.date("closeDate", change.closeDate);
        Checks.currency("currency", change.currency);
        Checks.amount("amount", change.amount);
        measures(change.measures);
        credits(change.credits);
        Fact[] stated = facts.of(change);
        return stated.length == 0
                ? Input.nothing()
                : Input.of(new DealEvent(change.opportunityId, source(change.source), stated));
    }

    Input input(Activity activity) throws Refusal {
        head(activity.eventId, activity.opportunityId, activity.occurredAt, activity.recordedAt);
        Checks.present("kind", activity.kind);
        Checks.present("direction", activity.direction);
        Checks.present("status", activity.status);
        checks.instant("startsAt", activity.startsAt);
        return Input.of(
                new DealEvent(activity.opportunityId, source(activity.source), facts.of(activity)));
    }

    private void head(String eventId, String opportunityId, Long occurredAt, Long recordedAt)
            throws Refusal {
        Checks.present("eventId", eventId);
        Checks.present("opportunityId", opportunityId);
        checks.requiredInstant("occurredAt", occurredAt);
        checks.instant("recordedAt", recordedAt);
    }

    private static String source(String source) {
        return source == null || source.isEmpty() ? OpportunityChange.DEFAULT_SOURCE : source;
    }

    private static void measures(Map<String, Long> measures) throws Refusal {
        if (measures != null) {
            for (Map.Entry<String, Long> measure : measures.entrySet()) {
                Checks.present("measures", measure.getKey());
                Checks.amount("measures." + measure.getKey(), measure.getValue());
            }
        }
    }

    private static void credits(List<Credit> credits) throws Refusal {
        if (credits == null) {
            return;
        }
        long revenue = 0;
        Set<String> users = new HashSet<>();
        for (Credit credit : credits) {
            String user = credit.user();
            if (user == null || user.isEmpty() || user.indexOf('|') >= 0) {
                throw badCredits("must name a user without '|'", user);
            }
            if (credit.basisPoints() < 1 || credit.basisPoints() > 10_000) {
                throw badCredits("must be 1 to 10000 basis points each", credit.basisPoints());
            }
            if (!users.add(user + credit.overlay())) {
                throw badCredits("must name a user once", user);
            }
            revenue += credit.overlay() ? 0 : credit.basisPoints();
        }
        if (revenue != 10_000) {
            throw badCredits("must sum to 10000 basis points of revenue", revenue);
        }
    }

    private static Refusal badCredits(String rule, Object value) {
        return Refusal.of(Reason.BAD_CREDITS, "credits", rule, value);
    }
}
