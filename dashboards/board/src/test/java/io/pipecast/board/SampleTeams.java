package io.pipecast.board;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.organization.Tree;
import java.util.List;

/** Alerts about teams and a feed of the sample board. */
public final class SampleTeams {
    private static final long DAY = 86_400_000L;

    private SampleTeams() {}

    static List<Alert> alerts(long now) {
        return List.of(
                alert(now, AlertRule.COVERAGE_LOW, AlertSubject.team(Tree.REPORTING, "mgr-1")),
                alert(now, AlertRule.COVERAGE_LOW, AlertSubject.team(Tree.TERRITORY, "emea")),
                alert(now, AlertRule.FORECAST_FELL, AlertSubject.team(Tree.REPORTING, "company")));
    }

    /** A delivered alert about a team or feed, with its node as its name. */
    public static Alert alert(long now, AlertRule rule, AlertSubject subject) {
        String name = subject.node() == null ? subject.feed() : subject.node();
        String key = subject.kind().key + "/" + name + "/" + rule.key;
        return new Alert(
                key + ":" + rule,
                key,
                rule,
                Alert.Status.RAISED,
                1,
                now - DAY,
                Long.MIN_VALUE,
                null,
                2,
                58,
                30,
                rule.measure.unit,
                "configured",
                "58 of " + name,
                name,
                subject.tree() == Tree.REPORTING ? subject.node() : null,
                null,
                12_000_000,
                "USD",
                20_726,
                false,
                now,
                new AlertStakes(
                        subject.tree() == Tree.TERRITORY ? subject.node() : null,
                        null,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        "expected to land at USD 4,100,000"),
                delivered(now, subject),
                subject);
    }

    private static AlertHandling delivered(long now, AlertSubject subject) {
        AlertHandling none = AlertHandling.NONE;
        return new AlertHandling(
                Delivery.DELIVERED,
                null,
                subject.tree() == Tree.REPORTING ? subject.node() : null,
                Double.NaN,
                now - DAY / 2,
                none.escalatedAt(),
                List.of(),
                none.acknowledgedAt(),
                null,
                none.snoozedUntil(),
                false,
                null,
                none.actionDue(),
                none.doneAt(),
                null);
    }
}
