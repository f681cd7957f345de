package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TeamRulesTest extends TeamDesk {
    /** Looks at three days in a row: their median is measured. */
    private void lookForThreeDays(LocalDate from) {
        for (int i = 0; i < 3; i++) {
            look(from.plusDays(i));
        }
    }

    @Test
    void coverageIsTooLowBelowTheShareNeededAndEndsWellAboveIt() {
        look(MONDAY.minusDays(14));
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(MONDAY);
        set(Quantity.OPEN_AMOUNT, 1_500_000);
        look(MONDAY.plusDays(8));
        set(Quantity.OPEN_AMOUNT, 1_600_000);
        look(MONDAY.plusDays(16));

        assertThat(lines())
                .containsExactly(
                        "COVERAGE_LOW RAISED 1 35.0",
                        "COVERAGE_LOW UPDATED 1 25.0",
                        "COVERAGE_LOW RESOLVED 1 25.0");
        assertThat(last().resolution()).isEqualTo(Alert.Resolution.PROGRESS);
    }

    @Test
    void oneDayOfLowCoverageIsNothing() {
        lookForThreeDays(MONDAY);
        set(Quantity.OPEN_AMOUNT, 1_000_000);
        look(MONDAY.plusDays(3));
        assertThat(stated).isEmpty();
        look(MONDAY.plusDays(4));
        assertThat(stated).isEmpty();
        look(MONDAY.plusDays(7));
        assertThat(lines()).containsExactly("COVERAGE_LOW RAISED 1 50.0");
    }

    @Test
    void saysWhatIsMissingInWords() {
        look(MONDAY.minusDays(13));
        set(Quantity.OPEN_AMOUNT, 1_300_000);
        look(MONDAY.plusDays(1));

        Alert alert = last();
        assertThat(alert.evidence())
                .isEqualTo(
                        "35 % of the pipeline needed was missing over the last week: EUR 13,000 is"
                                + " open for this period, EUR 20,000 would make the quota an even"
                                + " chance (coverage 1.4, needed 2.2)");
        assertThat(alert.stakes().why())
                .isEqualTo(
                        "expected to land at EUR 9,000, 30 % likely to reach the quota of EUR 10,000");
        assertThat(alert.corporateAmount()).isEqualTo(700_000);
        assertThat(alert.subject()).isEqualTo(AlertSubject.team(Tree.REPORTING, "maria"));
        assertThat(alert.alertId())
                .isEqualTo("team/reporting/maria/coverage:COVERAGE_LOW:2026-01-19T23:00:00Z");
        assertThat(alert.backlog()).isFalse();
    }

    @Test
    void coverageIsSilentWithoutAQuotaAndWhenItIsTooLate() {
        set(Quantity.OPEN_AMOUNT, 500_000);
        look(LocalDate.of(2026, 3, 18));
        values.remove(Quantity.QUOTA);
        look(LocalDate.of(2026, 3, 19));
        assertThat(stated).isEmpty();
    }

    @Test
    void aForecastFellByMoreThanItMovesInAWeek() {
        look(MONDAY);
        // spread 400,000: a week of 72 days moves it by 48,662
        set(Quantity.MODEL_MEAN, 760_000);
        set(Quantity.BRIDGE_LOST, -90_000);
        set(Quantity.BRIDGE_WON, 10_000);
        set(Quantity.BRIDGE_PUSHED, -60_000);
        look(MONDAY.plusDays(7));

        assertThat(lines()).containsExactly("FORECAST_FELL RAISED 1 287.0");
        assertThat(last().evidence())
                .isEqualTo(
                        "the expected landing fell by EUR 1,400 (16 %) in 7 days, 2.9 times what it"
                                + " usually moves (EUR 487); fewer wins and more losses than"
                                + " expected EUR -800, pushed deals EUR -600");
    }

    @Test
    void theFirstWeekOfAPeriodHasNoFalls() {
        look(LocalDate.of(2026, 1, 1));
        set(Quantity.MODEL_MEAN, 100_000);
        look(LocalDate.of(2026, 1, 7));
        assertThat(stated).isEmpty();
    }

    @Test
    void aFallThatModelOrOrganizationMadeIsNone() {
        look(MONDAY);
        set(Quantity.MODEL_MEAN, 700_000);
        set(Quantity.BRIDGE_MODEL, -150_000);
        set(Quantity.BRIDGE_ORGANIZATION, -50_000);
        look(MONDAY.plusDays(7));
        assertThat(stated).isEmpty();
    }
}
