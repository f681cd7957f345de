package io.pipecast.streaming;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.streaming.operators.Steering;
import io.pipecast.testkit.Deals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The small company the tests of the job forecast for: a zone with summer time, short retention.
 */
public final class Company {
    /** Its pipecast.yaml. */
    public static final String YAML =
            """
            company: Test company
            currency: EUR
            zone: Europe/Berlin
            retentionDays: 30
            """;

    /** First instant of its logs. */
    public static final long FROM = at("2026-02-01T08:00:00Z");

    /** End of its logs, a local midnight; the clock was put forward in between. */
    public static final long TO = at("2026-04-30T22:00:00Z");

    private Company() {}

    /** Its checked settings. */
    public static PipelineSettings settings() {
        return PipecastConfig.parse(YAML).pipeline();
    }

    /** A live job for it, flushing every 100 ms. */
    public static JobPlan live() {
        return JobPlan.live(YAML, 100);
    }

    /** A replay with daily snapshots. */
    public static JobPlan replay() {
        return JobPlan.replay(YAML, 1);
    }

    /** Random deals of its six users. */
    public static List<DealEvent> deals(Random random, int deals) {
        return Deals.events(random, settings().stages(), deals, FROM, TO);
    }

    /** Six users below two managers, two territories; one user moves between them in April. */
    public static List<Steering> organization() {
        List<OrganizationFact> facts = new ArrayList<>();
        facts.add(OrganizationFact.territory("north", "North", null, true, 0, 1));
        facts.add(OrganizationFact.territory("south", "South", null, true, 0, 2));
        facts.add(OrganizationFact.user("m1", "M1", null, null, true, 0, 3));
        facts.add(OrganizationFact.user("m2", "M2", null, null, true, 0, 4));
        for (int i = 0; i < 6; i++) {
            String manager = i < 3 ? "m1" : "m2";
            String territory = i % 2 == 0 ? "north" : "south";
            facts.add(OrganizationFact.user("u" + i, "U" + i, manager, territory, true, 0, 10 + i));
        }
        facts.add(
                OrganizationFact.user(
                        "u0", "U0", "m2", "south", true, at("2026-04-02T00:00:00Z"), 20));
        return facts.stream().map(Steering::of).toList();
    }

    /** Epoch milliseconds of an ISO instant. */
    public static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
