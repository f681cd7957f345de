package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamWatchTest extends TeamDesk {
    @Test
    void nothingIsRaisedOnADayOff() {
        look(MONDAY.minusDays(10));
        set(Quantity.OPEN_AMOUNT, 1_000_000);
        look(MONDAY.minusDays(2));
        look(MONDAY.minusDays(1));
        assertThat(stated).isEmpty();
        look(MONDAY);
        assertThat(lines()).containsExactly("COVERAGE_LOW RAISED 1 50.0");
    }

    @Test
    void whatAFirstLookFindsIsABacklog() {
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(MONDAY);
        assertThat(last().backlog()).isTrue();
    }

    @Test
    void whatAnotherPolicyFindsIsABacklog() {
        set(Quantity.OPEN_AMOUNT, 1_500_000);
        look(MONDAY);
        assertThat(stated).isEmpty();
        AlertPolicy lower = AlertDesk.policy(AlertRule.COVERAGE_LOW, rule -> rule.threshold(20));
        context = under(lower, TestCompany.instant(MONDAY + "T12:00"));
        look(MONDAY.plusDays(1));
        assertThat(last().backlog()).isTrue();
        assertThat(last().threshold()).isEqualTo(20);
    }

    @Test
    void aPolicyMayBeForSomeTeamsOnly() {
        look(MONDAY);
        context =
                under(
                        AlertPolicy.DEFAULT.with(
                                new RulePolicy(
                                        AlertRule.COVERAGE_LOW,
                                        true,
                                        30,
                                        30,
                                        List.of("nils"),
                                        List.of(),
                                        0)),
                        Long.MIN_VALUE);
        set(Quantity.OPEN_AMOUNT, 1_000_000);
        look(MONDAY.plusDays(1));
        assertThat(stated).isEmpty();
    }

    @Test
    void aRuleThatIsSwitchedOffEndsItsAlerts() {
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(MONDAY);
        context =
                under(
                        AlertDesk.policy(AlertRule.COVERAGE_LOW, rule -> rule.enabled(false)),
                        TestCompany.instant(MONDAY + "T12:00"));
        look(MONDAY.plusDays(1));
        assertThat(last().resolution()).isEqualTo(Alert.Resolution.RULE_CHANGED);
    }

    @Test
    void theNextPeriodAndTheEndOfATeamEndAlerts() {
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look("maria", MONDAY, "2026-Q1");
        look("nils", MONDAY.plusDays(1), "2026-Q1");
        assertThat(stated.stream().filter(a -> a.status() == Alert.Status.RESOLVED))
                .extracting(Alert::opportunityId, Alert::resolution)
                .containsExactly(tuple("team/reporting/maria/coverage", Alert.Resolution.REMOVED));
        set(Quantity.OPEN_AMOUNT, 3_000_000);
        look("nils", MONDAY.plusDays(8), "2026-Q2");
        assertThat(last().opportunityId()).isEqualTo("team/reporting/nils/coverage");
        assertThat(last().resolution()).isEqualTo(Alert.Resolution.REMOVED);
    }

    @Test
    void goesOnFromWhatIsKept() {
        look(MONDAY.minusDays(14));
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(MONDAY);
        TeamWatch restored = new TeamWatch(at -> context);
        restored.restore(watch.teams());
        watch = restored;
        set(Quantity.OPEN_AMOUNT, 2_000_000);
        look(MONDAY.plusDays(9));
        assertThat(lines())
                .containsExactly("COVERAGE_LOW RAISED 1 35.0", "COVERAGE_LOW RESOLVED 1 35.0");
        assertThat(last().version()).isEqualTo(2);
    }

    @Test
    void aTerritoryThatIsOneManagersTeamIsNotToldApart() {
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(row(Tree.REPORTING, "maria", MONDAY, "2026-Q1"));
        look(row(Tree.TERRITORY, "north", MONDAY, "2026-Q1"));
        set(Quantity.OPEN_AMOUNT, 1_200_000);
        look(row(Tree.TERRITORY, "south", MONDAY, "2026-Q1"));
        assertThat(stated)
                .extracting(alert -> alert.subject().node())
                .containsExactly("maria", "south");
        assertThat(last().stakes().territory()).isEqualTo("south");
        assertThat(last().owner()).isNull();
    }
}
