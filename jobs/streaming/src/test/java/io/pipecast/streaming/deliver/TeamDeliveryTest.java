package io.pipecast.streaming.deliver;

import static io.pipecast.streaming.deliver.MadeAlerts.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.organization.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of a team. 2026-03-02 is a Monday; alerts are delivered at 8 o'clock UTC. */
class TeamDeliveryTest {
    private static final AlertRule COVERAGE = AlertRule.COVERAGE_LOW;
    private static final AlertSubject TEAM = AlertSubject.team(Tree.REPORTING, "m0");
    private static final AlertSubject NORTH = AlertSubject.team(Tree.TERRITORY, "north");

    private final MadeAlerts made = new MadeAlerts();
    private final List<Alert> rows = new ArrayList<>();
    private final DeliveryDesk desk = DeliveryDeskTest.desk(new DeliveryPolicy(0, 8, 20), rows);

    private Alert last() {
        return rows.get(rows.size() - 1);
    }

    @Test
    void whoLeadsTheTeamIsToldInTheMorningWhateverTheBudgetOfDeals() {
        desk.take(made.ofTeam(COVERAGE, TEAM, 1, "2026-03-02T00:00", 35));
        desk.advance(instant("2026-03-02T09:00"));
        assertThat(last().handling().delivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(last().handling().manager()).isEqualTo("m0");
        assertThat(Instant.ofEpochMilli(last().handling().deliveredAt()))
                .isEqualTo("2026-03-02T08:00:00Z");
    }

    @Test
    void aTerritoryHasNoManager() {
        desk.take(made.ofTeam(COVERAGE, NORTH, 1, "2026-03-02T00:00", 35));
        desk.advance(instant("2026-03-02T09:00"));
        assertThat(last().handling().delivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(last().handling().manager()).isNull();
        assertThat(last().subject()).isEqualTo(NORTH);
    }

    @Test
    void whatComesAgainWithinAWeekIsNoNews() {
        desk.take(made.ofTeam(COVERAGE, TEAM, 1, "2026-03-02T00:00", 35));
        desk.advance(instant("2026-03-02T09:00"));
        desk.take(made.ended("m0/coverage", COVERAGE, instant("2026-03-03T00:00")));
        desk.take(made.ofTeam(COVERAGE, TEAM, 1, "2026-03-04T00:00", 36));
        desk.advance(instant("2026-03-04T09:00"));
        assertThat(last().handling().delivery()).isEqualTo(Delivery.DIGEST);
        assertThat(last().handling().because()).isEqualTo("the same was told of this team lately");
        desk.advance(instant("2026-03-09T09:00"));
        assertThat(last().handling().delivery()).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void anotherMeasureIsARowAndAHigherSeverityEscalates() {
        desk.take(made.ofTeam(COVERAGE, TEAM, 1, "2026-03-02T00:00", 35));
        desk.advance(instant("2026-03-02T09:00"));
        desk.take(made.ofTeam(COVERAGE, TEAM, 1, "2026-03-03T00:00", 37));
        desk.advance(instant("2026-03-03T09:00"));
        assertThat(last().value()).isEqualTo(37);
        assertThat(last().handling().escalatedAt()).isEqualTo(Long.MIN_VALUE);
        desk.take(made.ofTeam(COVERAGE, TEAM, 2, "2026-03-04T00:00", 60));
        desk.advance(instant("2026-03-04T09:00"));
        assertThat(last().handling().escalatedAt()).isEqualTo(instant("2026-03-04T00:00"));
        assertThat(rows).extracting(Alert::version).isSorted();
    }
}
