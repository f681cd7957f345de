package io.pipecast.e2e.live;

import static io.pipecast.e2e.live.Changes.DAY;
import static io.pipecast.e2e.live.Changes.START;
import static io.pipecast.e2e.live.Changes.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.ActivityCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The job was down for three days; what happened meanwhile waits in the topics. */
class BacklogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RowDecoder decoder = new RowDecoder();

    @Test
    void noAlertIsRaisedThatTheBacklogResolves() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config("", broker, "down-");
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithRestarts(config)) {
                feed.change(created("called", START));
                feed.change(created("forgotten", START));
                days(feed, 0, 11);
                await().atMost(PATIENCE).until(job::isRunning);
                job.checkpoint();

                job.kill();
                call(feed, "called", START + 12 * DAY);
                days(feed, 12, 15);
                job.bringBack();
                // quiet after ten business days without a call: on the fourteenth day
                try (var alerts =
                        new OutputReader<>(config.kafka(), Topic.ALERTS, decoder::alert)) {
                    await().atMost(PATIENCE)
                            .untilAsserted(
                                    () ->
                                            assertThat(alerts.rows())
                                                    .filteredOn(a -> isQuiet(a, "forgotten"))
                                                    .isNotEmpty());
                    assertThat(alerts.rows()).noneMatch(alert -> isQuiet(alert, "called"));
                    assertThat(alerts.rows()).allMatch(a -> a.raisedAt() <= START + 15 * DAY);
                }
            }
        }
    }

    private static boolean isQuiet(Alert alert, String deal) {
        return alert.rule() == AlertRule.GONE_QUIET && alert.opportunityId().equals(deal);
    }

    private static void days(CrmFeed feed, int from, int to) throws Exception {
        for (int day = from; day <= to; day++) {
            feed.tick(START + day * DAY + 12 * Changes.HOUR);
        }
    }

    private static void call(CrmFeed feed, String deal, long at) {
        Activity call = new Activity();
        call.eventId = "call-" + deal;
        call.opportunityId = deal;
        call.occurredAt = at;
        call.orderKey = 1000;
        call.kind = ActivityCode.Kind.CALL;
        call.direction = ActivityCode.Direction.OUTBOUND;
        call.status = ActivityCode.Status.COMPLETED;
        feed.send(Topic.ACTIVITIES, deal, EventAvro.encode(call));
    }
}
