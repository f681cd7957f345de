package io.pipecast.board.metrics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleOverrides;
import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.board.views.Views;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardMetricsTest {
    private final Views views =
            new Views(SampleBoard.settings(), () -> SampleBoard.NOW, Changes.NONE);
    private final BoardMetrics metrics =
            new BoardMetrics(
                    views,
                    new Sight(views, AccessSettings.OPEN),
                    SampleBoard.options(0),
                    () -> true,
                    new DeliveryLog());

    @Test
    void showsEveryNodeAndPeriodOfTheCutInMajorUnits() {
        new SampleBoard().fill(views);
        long closed = views.forecasts().company().current().value(Quantity.CLOSED);

        assertThat(samples("pipecast_forecast_closed_amount"))
                .filteredOn(
                        line -> line.contains("level=\"0\"") && line.contains("period=\"current\""))
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(
                                                Double.parseDouble(
                                                        line.substring(line.lastIndexOf(' '))))
                                        .isEqualTo(closed / 100.0));
        assertThat(samples("pipecast_forecast_p50_amount"))
                .filteredOn(line -> !line.contains("period=\"fiscal-year\""))
                .hasSize(5 * views.forecasts().nodes().size());
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        new SampleBoard().fill(views);

        assertThat(samples("pipecast_forecast_quota_amount"))
                .noneMatch(line -> line.contains("period=\"next-30-days\""))
                .noneMatch(line -> line.contains("NaN"));
    }

    @Test
    void countsAlertsOfEveryRuleEvenWhereThereAreNone() {
        assertThat(samples("pipecast_deal_alerts_open{"))
                .hasSize(3 * AlertRule.ofDeals().size())
                .allMatch(l -> l.endsWith(" 0.0"));
    }

    @Test
    void showsHowRightTheModelInForceAndTheShadowAreAndWhatWasRefused() {
        new SampleBoard().fill(views);

        assertThat(samples("pipecast_models{"))
                .contains("pipecast_models{state=\"refused\"} 1.0")
                .hasSize(6);
        assertThat(samples("pipecast_model_calibration_error_ratio{"))
                .hasSize(18)
                .filteredOn(line -> line.contains("role=\"shadow\""))
                .hasSize(6)
                .allMatch(line -> line.contains("version=\"m-2026-11-01-9e4b\""));
        assertThat(samples("pipecast_model_periods_covered_ratio{"))
                .hasSize(6)
                .allMatch(line -> line.contains("measure=\"period.level"));
    }

    @Test
    void saysWhatHasChangedSinceMondayAndSinceThePeriodBegan() {
        new SampleBoard().fill(views);
        Node company = views.forecasts().company();
        PeriodPath path =
                views.history().path(company.tree(), company.id(), company.current().period());
        long before = path.points().get(path.startDay()).p50();

        assertThat(samples("pipecast_forecast_p50_change_amount{"))
                .hasSize(2 * views.forecasts().nodes().size())
                .filteredOn(line -> line.contains("node=\"company\""))
                .filteredOn(line -> line.contains("tree=\"reporting\""))
                .filteredOn(line -> line.contains("since=\"period_start\""))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(
                                                Double.parseDouble(
                                                        line.substring(line.lastIndexOf(' '))))
                                        .isCloseTo(
                                                (company.current().value(Quantity.MODEL_P50)
                                                                - before)
                                                        / 100.0,
                                                within(0.001)));
    }

    @Test
    void ranksTenDealsOfATerritoryAtMostAndEachOnce() {
        new SampleBoard().fill(views);
        List<String> deals = samples("pipecast_deal_at_risk_amount{");

        assertThat(deals).isNotEmpty();
        assertThat(deals.stream().map(line -> line.replaceAll(".*opportunity=\"([^\"]*).*", "$1")))
                .doesNotHaveDuplicates();
        assertThat(
                        deals.stream()
                                .collect(
                                        groupingBy(
                                                line ->
                                                        line.replaceAll(
                                                                ".*territory=\"([^\"]*).*", "$1"),
                                                counting())))
                .allSatisfy((territory, count) -> assertThat(count).isLessThanOrEqualTo(10));
    }

    @Test
    void showsChancesSetByHandAndHowRightTheyWereBesideTheModels() {
        new SampleBoard().fill(views);
        assertThat(samples("pipecast_hand_set_judged_chances"))
                .singleElement(STRING)
                .endsWith(" 0.0");
        setByHand();

        assertThat(samples("pipecast_hand_set_judged_chances"))
                .singleElement(STRING)
                .endsWith(" 1.0");
        assertThat(valueOf("pipecast_hand_set_brier_score{by=\"hand\"}"))
                .isCloseTo(0.04, within(1e-9));
        assertThat(valueOf("pipecast_hand_set_brier_score{by=\"model\"}")).isEqualTo(0.25);
    }

    private double valueOf(String series) {
        String line = samples(series).get(0);
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    /** A deal given 80 % by hand and 50 % by the model, and won. */
    private void setByHand() {
        views.deal(Rows.ended("won", 1, Outcome.WON, SampleBoard.NOW - 1));
        SampleOverrides.set(
                views,
                new DealOverride(
                        "v1",
                        "won",
                        "2026-Q3",
                        SampleBoard.NOW,
                        800_000,
                        500_000,
                        "m",
                        null,
                        SampleBoard.NOW - 86_400_000,
                        "anna"));
    }

    @Test
    void showsOnlyNamesOfTheCatalogue() {
        new SampleBoard().fill(views);
        setByHand();
        metrics.row("forecast.deals");
        metrics.unreadable("forecast.deals");

        assertThat(
                        metrics.text()
                                .lines()
                                .filter(line -> line.startsWith("# TYPE"))
                                .map(line -> line.split(" ")[2]))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MetricName.values())
                                .map(name -> name.key)
                                // the sample's source carries no calls
                                .filter(key -> !key.contains("_call_"))
                                .toList());
    }

    @Test
    void passesTheCheckOfPrometheus(@TempDir Path dir) throws Exception {
        new SampleBoard().fill(views);
        metrics.row("forecast.deals");
        Path page = Files.writeString(dir.resolve("metrics.txt"), metrics.text());

        assertThat(Promtool.says(page.toFile(), dir, "check", "metrics")).isEmpty();
    }

    private Stream<String> lines() {
        return metrics.text().lines();
    }

    private List<String> samples(String name) {
        return lines().filter(line -> line.startsWith(name)).toList();
    }
}
