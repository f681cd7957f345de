package io.pipecast.e2e.live;

import static io.pipecast.e2e.live.Changes.DAY;
import static io.pipecast.e2e.live.Changes.START;
import static io.pipecast.e2e.live.Changes.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people do about an alert is part of the job's state: a failure takes none of it away. */
class AlertActionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RowDecoder decoder = new RowDecoder();

    @Test
    void anActionChangesTheAlertAndSurvivesAFailure() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config("", broker, "act-");
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithRestarts(config);
                    var rows = new OutputReader<>(config.kafka(), Topic.ALERTS, decoder::alert)) {
                feed.change(created("forgotten", START));
                days(feed, 0, 15);
                await().atMost(PATIENCE).until(() -> newest(rows).isPresent());
                act(feed, newest(rows).orElseThrow());
                await().atMost(PATIENCE)
                        .until(
                                () ->
                                        newest(rows)
                                                .filter(a -> a.handling().actionOwner() != null)
                                                .isPresent());
                job.checkpoint();

                job.kill();
                days(feed, 16, 22);
                job.bringBack();
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () ->
                                        assertThat(newest(rows))
                                                .hasValueSatisfying(
                                                        a ->
                                                                assertThat(a.severity())
                                                                        .isEqualTo(2)));
                Alert last = newest(rows).orElseThrow();
                assertThat(last.handling().actionOwner()).isEqualTo("ann");
                assertThat(last.handling().note()).isEqualTo("will call");
                assertThat(last.handling().delivery()).isEqualTo(Delivery.DELIVERED);
            }
        }
    }

    private static Optional<Alert> newest(OutputReader<Alert> rows) {
        return rows.rows().stream()
                .filter(a -> a.rule() == AlertRule.GONE_QUIET)
                .max(Comparator.comparingLong(Alert::version));
    }

    private static void act(CrmFeed feed, Alert alert) throws Exception {
        AlertAction action =
                new AlertAction(
                        "a1",
                        alert.alertId(),
                        alert.opportunityId(),
                        AlertAction.Kind.ACTION,
                        START + 30 * DAY,
                        "ann",
                        "will call",
                        alert.statedAt(),
                        "maria");
        feed.send(Topic.CONTROL, alert.opportunityId(), ControlAvro.encode(action));
    }

    private static void days(CrmFeed feed, int from, int to) throws Exception {
        for (int day = from; day <= to; day++) {
            feed.tick(START + day * DAY + 12 * Changes.HOUR);
        }
    }
}
