package io.pipecast.streaming.deliver;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Statements about made-up deals of a small company: reps u0 to u3 under the managers m0 and m1.
 */
public final class MadeAlerts {
    private static final AlertRule[] RULES =
            Arrays.stream(AlertRule.values())
                    .filter(rule -> rule.about == AlertSubject.Kind.DEAL)
                    .toArray(AlertRule[]::new);

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Alert> alive = new HashMap<>();

    static Organization organization() {
        Organization organization = new Organization();
        List<String> users = List.of("m0", "m1", "u0", "u1", "u2", "u3");
        for (int i = 0; i < users.size(); i++) {
            String parent = i < 2 ? null : "m" + i % 2;
            organization.add(user(users.get(i), parent, i));
        }
        return organization;
    }

    public static OrganizationFact user(String id, String parent, long order) {
        return OrganizationFact.user(id, id, parent, null, true, 0, order);
    }

    /** A statement that raises an alert, or measures it anew. */
    Alert stated(String deal, AlertRule rule, int severity, String at, double risk) {
        return stated(deal, rule, severity, instant(at), risk, false);
    }

    Alert stated(String deal, AlertRule rule, int severity, long at, double risk, boolean backlog) {
        Alert before = alive.get(deal + rule);
        Alert made =
                alert(
                        deal,
                        rule,
                        before == null ? Alert.Status.RAISED : Alert.Status.UPDATED,
                        before == null ? at : before.raisedAt(),
                        severity,
                        at,
                        new AlertStakes("north", null, 0.3, risk, 1, "why"),
                        backlog);
        alive.put(deal + rule, made);
        return made;
    }

    /** A statement about a team's alert. */
    Alert ofTeam(AlertRule rule, AlertSubject subject, int severity, String at, double value) {
        String name = subject.node() == null ? subject.feed() : subject.node();
        Alert made = stated(name + "/" + rule.key, rule, severity, instant(at), 0, false);
        return new Alert(
                made.alertId(),
                made.opportunityId(),
                rule,
                made.status(),
                made.version(),
                made.raisedAt(),
                made.resolvedAt(),
                null,
                severity,
                value,
                30,
                "%",
                "configured",
                "evidence",
                "Team",
                null,
                null,
                1,
                "EUR",
                20_600,
                false,
                made.statedAt(),
                made.stakes(),
                AlertHandling.NONE,
                subject);
    }

    /** A statement that ends an alert. */
    Alert ended(String deal, AlertRule rule, long at) {
        Alert before = alive.remove(deal + rule);
        return alert(
                deal,
                rule,
                Alert.Status.RESOLVED,
                before.raisedAt(),
                before.severity(),
                at,
                AlertStakes.NONE,
                before.backlog());
    }

    private Alert alert(
            String deal,
            AlertRule rule,
            Alert.Status status,
            long raisedAt,
            int severity,
            long at,
            AlertStakes stakes,
            boolean backlog) {
        boolean ended = status == Alert.Status.RESOLVED;
        return new Alert(
                deal + ":" + rule + ":" + Instant.ofEpochMilli(raisedAt),
                deal,
                rule,
                status,
                versions.merge(deal, 1L, Long::sum),
                raisedAt,
                ended ? at : Long.MIN_VALUE,
                ended ? Alert.Resolution.PROGRESS : null,
                severity,
                10 * severity,
                10,
                "business days",
                "learned",
                rule.label + " of " + deal,
                "Deal " + deal,
                "u" + Math.floorMod(deal.hashCode(), 4),
                "Proposal",
                500_000,
                "EUR",
                20_600,
                backlog,
                at,
                stakes,
                AlertHandling.NONE,
                AlertSubject.DEAL);
    }

    static long instant(String local) {
        return Instant.parse(local + ":00Z").toEpochMilli();
    }

    /** Random statements about some deals over some weeks from 2026-03-02 on, in order. */
    public static List<Alert> random(Random random, int count) {
        MadeAlerts made = new MadeAlerts();
        List<Alert> statements = new ArrayList<>();
        long at = instant("2026-03-02T00:00");
        for (int i = 0; i < count; i++) {
            at += random.nextInt(6) * 3_600_000L;
            String deal = "d" + random.nextInt(12);
            AlertRule rule = RULES[random.nextInt(RULES.length)];
            boolean open = made.alive.containsKey(deal + rule);
            statements.add(
                    open && random.nextInt(3) == 0
                            ? made.ended(deal, rule, at)
                            : made.stated(
                                    deal,
                                    rule,
                                    1 + random.nextInt(3),
                                    at,
                                    random.nextInt(10) / 10.0,
                                    random.nextInt(6) == 0));
        }
        return statements;
    }
}
