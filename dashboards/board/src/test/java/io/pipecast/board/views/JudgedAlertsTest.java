package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleTeams;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.organization.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How good alerts were, by what the rows of deals tell. Ten deals of one stage, three are lost. */
class JudgedAlertsTest {
    private static final long DAY = 86_400_000L;
    private static final long NOW = SampleBoard.NOW;

    private final List<DealForecast> deals = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private long wall;
    private final JudgedAlerts judged = new JudgedAlerts(SampleBoard.settings(), () -> wall);

    private static Change change(int daysAgo, String field, String value) {
        return new Change(NOW - daysAgo * DAY, field, value);
    }

    private static String date(int days) {
        return LocalDate.ofEpochDay(Math.floorDiv(NOW, DAY) + days).toString();
    }

    private void tenDeals() {
        for (int i = 0; i < 10; i++) {
            List<Change> changes = new ArrayList<>();
            changes.add(change(100, "LIFECYCLE", "CREATED"));
            changes.add(change(100, "STAGE", "Proposal"));
            if (i < 3) {
                changes.add(change(40, "OUTCOME", "LOST"));
            }
            deals.add(Rows.deal("d" + i, 1, 1_000 * (i + 1), changes.toArray(Change[]::new)));
        }
    }

    private void tell(String deal, int daysAgo, boolean acknowledged) {
        Alert made = Rows.alert("a-" + deal, deal, 1, Status.RAISED, 2, false);
        AlertHandling none = AlertHandling.NONE;
        AlertHandling how =
                new AlertHandling(
                        AlertHandling.Delivery.DELIVERED,
                        null,
                        "mgr-1",
                        0.5,
                        NOW - daysAgo * DAY,
                        none.escalatedAt(),
                        List.of(),
                        acknowledged ? NOW : none.acknowledgedAt(),
                        null,
                        none.snoozedUntil(),
                        !acknowledged,
                        null,
                        none.actionDue(),
                        none.doneAt(),
                        null);
        alerts.add(made.handled(1, Status.RAISED, made.stakes(), how));
    }

    private AlertVerdict verdict() {
        return judged.verdict(deals, alerts, NOW);
    }

    @Test
    void badIsALossWithinThirtyDaysAndRecallAsksForTen() {
        tenDeals();
        tell("d0", 60, true);
        tell("d1", 45, false);
        tell("d9", 60, true);
        AlertScore all = verdict().all();
        assertThat(all.alerts()).isEqualTo(3);
        assertThat(all.bad()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(all.caughtAmount()).isEqualTo(3_000);
        assertThat(all.recall()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(all.leadDays()).isEqualTo(20);
        assertThat(all.acknowledged()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(all.notUseful()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(all.oddsRatio()).isGreaterThan(3);
        assertThat(verdict().rules().get(0).name()).isEqualTo("GONE_QUIET");
    }

    @Test
    void aDateMovedOutOfItsPeriodIsBadAndOneMovedWithinItIsNot() {
        deals.add(
                Rows.deal(
                        "slipped",
                        1,
                        500,
                        change(100, "STAGE", "Proposal"),
                        change(100, "CLOSE_DATE", date(-20)),
                        change(40, "CLOSE_DATE", date(200))));
        deals.add(
                Rows.deal(
                        "moved",
                        1,
                        700,
                        change(100, "STAGE", "Proposal"),
                        change(100, "CLOSE_DATE", "2026-11-02"),
                        change(40, "CLOSE_DATE", "2026-12-02")));
        tell("slipped", 50, true);
        tell("moved", 50, true);
        assertThat(verdict().all().caughtAmount()).isEqualTo(500);
    }

    @Test
    void whatIsOfTeamsOrNotAMonthOldIsNotJudged() {
        tenDeals();
        tell("d9", 29, true);
        alerts.add(
                SampleTeams.alert(
                        NOW - 60 * DAY,
                        AlertRule.COVERAGE_LOW,
                        AlertSubject.team(Tree.REPORTING, "mgr-1")));
        assertThat(verdict().all().alerts()).isZero();
        assertThat(verdict().from()).isLessThan(verdict().to());
        assertThat(Instant.ofEpochMilli(verdict().to()))
                .isEqualTo(Instant.ofEpochMilli(NOW - 30 * DAY));
    }

    @Test
    void isJudgedAnewAfterHalfAMinute() {
        tenDeals();
        AlertVerdict before = verdict();
        tell("d0", 60, true);
        assertThat(verdict()).isSameAs(before);
        wall += 31_000;
        assertThat(verdict().all().alerts()).isEqualTo(1);
        assertThat(new JudgedAlerts(SampleBoard.settings(), () -> 0).verdict(deals, alerts, 0))
                .isNull();
    }
}
