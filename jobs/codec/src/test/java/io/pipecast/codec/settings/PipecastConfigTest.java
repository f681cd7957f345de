package io.pipecast.codec.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipecastConfigTest {
    private static final String EXAMPLE =
            """
            company: Halden Instruments
            currency: EUR
            zone: Europe/Berlin
            calendar: {kind: four-weeks, anchor: 2011-10-03, holidays: [2011-12-26]}
            stages:
              - {name: Submitted, outcome: open, probability: 0.25, stalledAfter: 7}
              - {name: Funded, outcome: won}
              - {name: Declined, outcome: lost}
            source: {categories: false}
            lateness: PT30M
            booking: won-instant
            kafka:
              topicPrefix: prod.
              properties: {security.protocol: SSL}
              consumer: {max.poll.records: 10}
            flink: {stateBackend: rocksdb, delivery: exactly-once, flushInterval: PT1S}
            board: {crmUrl: "https://crm.example.com/{opportunityId}/view"}
            """;

    @Test
    void defaultsAreThoseOfTheDomain() {
        PipecastConfig config = PipecastConfig.defaults();

        assertThat(config.pipeline().alerts()).isEqualTo(AlertPolicy.DEFAULT);
        assertThat(config.pipeline().source()).isEqualTo(SourceTraits.ALL);
        assertThat(config.pipeline().latenessMillis()).isEqualTo(3_600_000);
        assertThat(config.pipeline().retentionDays()).isEqualTo(400);
        assertThat(config.pipeline().bookOnWonInstant()).isFalse();
        assertThat(config.kafka().topic(Topic.DEALS)).isEqualTo("forecast.deals");
        assertThat(config.flink().delivery()).isEqualTo(FlinkSettings.Delivery.AT_LEAST_ONCE);
        assertThat(config.board().port()).isEqualTo(8480);
        assertThat(config.board().alertmanager()).isEqualTo(AlertmanagerSettings.OFF);
    }

    @Test
    void readsWhatTheNumbersDependOn() {
        PipelineSettings read = PipecastConfig.parse(EXAMPLE).pipeline();

        assertThat(read.company()).isEqualTo("Halden Instruments");
        assertThat(read.calendar().fiscal().kind()).isEqualTo(PeriodKind.FOUR_WEEKS);
        int boxing = (int) LocalDate.of(2011, 12, 26).toEpochDay();
        assertThat(read.calendar().business().isWorking(boxing)).isFalse();
        assertThat(read.stages().all())
                .containsExactly(
                        new Stage("Submitted", Outcome.OPEN, 0.25, ForecastCategory.PIPELINE, 7),
                        new Stage("Funded", Outcome.WON, 1, ForecastCategory.PIPELINE, 0),
                        new Stage("Declined", Outcome.LOST, 0, ForecastCategory.PIPELINE, 0));
        assertThat(read.source()).isEqualTo(new SourceTraits(true, true, false, true, true));
        assertThat(read.latenessMillis()).isEqualTo(1_800_000);
        assertThat(read.bookOnWonInstant()).isTrue();
    }

    @Test
    void readsWhereAndHowToRun() {
        PipecastConfig config = PipecastConfig.parse(EXAMPLE);

        assertThat(config.kafka().topic(Topic.ALERTS)).isEqualTo("prod.forecast.alerts");
        assertThat(config.kafka().consumerProperties())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("max.poll.records", "10")
                .containsEntry("bootstrap.servers", "localhost:9092");
        assertThat(config.kafka().producerProperties()).doesNotContainKey("max.poll.records");
        assertThat(config.flink().flushInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.flink().parallelism()).isEqualTo(2);
        assertThat(config.board().linkTo("a b")).isEqualTo("https://crm.example.com/a%20b/view");
    }

    @Test
    void isMadeAgainFromTheTextItCarries() {
        PipecastConfig config = PipecastConfig.parse(EXAMPLE);
        PipecastConfig again = PipecastConfig.parse(config.yaml());

        assertThat(again.kafka()).isEqualTo(config.kafka());
        assertThat(again.pipeline().stages().all()).isEqualTo(config.pipeline().stages().all());
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThat(
                        problems(
                                """
                                curency: EUR
                                zone: Europe/Atlantis
                                calendar: {anchor: 2024-01-31}
                                board: {port: 99999}
                                lateness: 1h
                                alerts: {quantile: high, slip: {threshold: learned}, stalled: {enabledd: true}}
                                """))
                .containsExactlyInAnyOrder(
                        "curency is not an option, did you mean currency?",
                        "zone must be a time zone, was Europe/Atlantis",
                        "calendar.anchor must be on day 1 to 28 of a month for quarters, was"
                                + " 2024-01-31",
                        "board.port must be a whole number between 1 and 65535, was 99999",
                        "lateness must be an ISO-8601 duration between PT0S and PT720H, was 1h",
                        "alerts.quantile must be a number between 0.5 and 0.999, was high",
                        "alerts.slip.threshold must be a whole number between 1 and 99, was learned",
                        "alerts.stalled.enabledd is not an option, did you mean"
                                + " alerts.stalled.enabled?");
    }

    @Test
    void anAlertOutlivesTwoPosts() {
        assertThat(problems("board: {alertmanager: {url: am, resend: PT10M, lifetime: PT15M}}"))
                .containsExactlyInAnyOrder(
                        "board.alertmanager.url must be empty or an http address, was am",
                        "board.alertmanager.lifetime must be at least twice"
                                + " board.alertmanager.resend, was PT15M and PT10M");
    }

    @Test
    void namesTheStageAndPartOfAProblem() {
        assertThat(
                        problems(
                                """
                                stages:
                                  - {name: A, outcome: open, probability: 1.5}
                                  - {outcome: won}
                                  - {name: C, outcome: shut, probabilty: 1}
                                """))
                .containsExactlyInAnyOrder(
                        "stages[0].probability must be a number between 0.0 and 1.0, was 1.5",
                        "stages[1].name must be given, was missing",
                        "stages[2].outcome must be one of open, won, lost, was shut",
                        "stages[2].probability must be given for an open stage, was missing",
                        "stages[2].probabilty is not an option, did you mean"
                                + " stages[2].probability?");
    }

    @Test
    void asksForStagesOfEveryOutcomeWithDifferentNames() {
        assertThat(
                        problems(
                                """
                                stages:
                                  - {name: A, outcome: open, probability: 0.5}
                                  - {name: A, outcome: won}
                                """))
                .containsExactly(
                        "stages must have different names, was A twice",
                        "stages must have one of outcome lost, was none");
    }

    @Test
    void asksForAscendingDatesOfACalendarOfDates() {
        assertThat(problems("calendar: {kind: dates, dates: [2024-02-01, 2024-01-01]}"))
                .containsExactly(
                        "calendar.dates must be at least two ascending dates for kind dates, was"
                                + " [2024-02-01, 2024-01-01]");
    }

    @Test
    void saysWhereAFileIsNoYaml() {
        assertThat(problems("company: [a\nzone: UTC"))
                .singleElement()
                .asString()
                .startsWith("configuration must be YAML, was not in line ");
    }

    @Test
    void refusesAKeyThatIsGivenTwice() {
        assertThat(problems("zone: UTC\nzone: UTC\n"))
                .singleElement()
                .asString()
                .contains("Duplicate field 'zone'");
    }

    @Test
    void refusesAGroupThatIsNoMapAndAFileThatIsNoMap() {
        assertThat(problems("kafka: localhost:9092"))
                .contains("kafka must be a map of options, was localhost:9092");
        assertThat(problems("- a"))
                .containsExactly("configuration must be a map of options, was [\"a\"]");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> PipecastConfig.load(Path.of("nowhere.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("configuration file must exist, was nowhere.yaml which does not");
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> PipecastConfig.parse(yaml))
                .problems();
    }
}
