package io.pipecast.e2e.live;

import static io.pipecast.e2e.live.Changes.DAY;
import static io.pipecast.e2e.live.Changes.HOUR;
import static io.pipecast.e2e.live.Changes.START;
import static io.pipecast.e2e.live.Changes.created;
import static io.pipecast.e2e.live.Changes.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Nothing a feed can send ends the job, and nothing is lost in silence. */
class BadInputIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TEN_MEGABYTES = 10_000_000;

    private final RowDecoder decoder = new RowDecoder();
    private final List<Bad> bad = badRecords();

    /** A record and the reason it is refused for. */
    private record Bad(String reason, byte[] bytes) {}

    @Test
    void everyBadRecordIsRefusedWithItsReasonAndBytesAndTheJobGoesOn() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config("", broker, "bad-");
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithoutRestarts(config)) {
                allowLargeRecords(config);
                OrganizationFact ann =
                        OrganizationFact.user("ann", "Ann", null, null, true, START - DAY, 1);
                feed.send(Topic.ORGANIZATION, "ann", EventAvro.encode(ann));
                feed.change(created("good", START));
                for (Bad record : bad) {
                    feed.send(Topic.OPPORTUNITIES, "bad", record.bytes);
                }
                feed.change(withMeasures(created("measured", START + 1), 300));
                feed.change(with(created("ghostly", START + 1), c -> c.owner = "ghost"));
                feed.change(with(update("early", START + 2), c -> c.amount = 700L));
                feed.tick(START + HOUR);
                assertRejected(config);

                feed.change(created("early", START + 1));
                feed.change(with(update("good", START + 3), c -> c.amount = 900L));
                feed.tick(START + 2 * HOUR);
                assertForecast(config);
                assertThat(job.isRunning()).isTrue();
            }
        }
    }

    private void assertRejected(PipecastConfig config) {
        try (var rejected =
                new OutputReader<>(config.kafka(), Topic.REJECTED, decoder::rejection)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rejected.rows()).hasSize(bad.size()));
            assertThat(rejected.rows())
                    .extracting(Rejection::reason)
                    .containsExactlyInAnyOrderElementsOf(bad.stream().map(Bad::reason).toList());
            for (Bad record : bad) {
                byte[] kept =
                        Arrays.copyOf(
                                record.bytes, Math.min(record.bytes.length, Rejection.LARGEST_RAW));
                assertThat(rejected.rows())
                        .anySatisfy(
                                row -> {
                                    assertThat(row.raw()).isEqualTo(kept);
                                    assertThat(row.rawLength()).isEqualTo(record.bytes.length);
                                    assertThat(row.source()).startsWith("bad-crm.opportunities-");
                                    assertThat(row.detail()).isNotBlank();
                                });
            }
        }
    }

    private void assertForecast(PipecastConfig config) {
        try (var deals = new OutputReader<>(config.kafka(), Topic.DEALS, decoder::deal);
                var scopes =
                        new OutputReader<>(config.kafka(), Topic.PIPELINES, decoder::pipeline)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                Map<String, DealForecast> table =
                                        deals.table(
                                                DealForecast::opportunityId, DealForecast::version);
                                assertThat(table)
                                        .containsOnlyKeys("good", "measured", "early", "ghostly");
                                assertThat(table.get("good").amount()).isEqualTo(900);
                                assertThat(table.get("early").amount()).isEqualTo(700);
                            });
            // nobody knows the user: the deal counts all the same, with nobody above
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(unassigned(scopes)).isEqualTo(500_000));
        }
    }

    /** Open amount of the deals nobody known owns: they count, with nobody above. */
    private static long unassigned(OutputReader<PipelineForecast> scopes) {
        PipelineForecast last =
                scopes.table(PipelineForecast::key, PipelineForecast::version)
                        .get(Tree.REPORTING + "|unassigned|2026-Q1");
        return last == null ? -1 : last.value(Quantity.OPEN_AMOUNT);
    }

    private static List<Bad> badRecords() {
        byte[] good = EventAvro.encode(created("bad", START));
        byte[] unknown = good.clone();
        unknown[5] ^= 0x55;
        return List.of(
                new Bad("unreadable", "{\"not\": json".getBytes(StandardCharsets.UTF_8)),
                new Bad("unreadable", new byte[0]),
                new Bad("unreadable", Arrays.copyOf(good, good.length / 2)),
                new Bad("unreadable", Arrays.copyOf(good, 4)),
                new Bad("unknown-schema", unknown),
                new Bad("missing-field", encoded(c -> c.opportunityId = "")),
                new Bad("missing-field", encoded(c -> c.eventId = "")),
                new Bad("implausible-time", encoded(c -> c.occurredAt = at("0000-01-01"))),
                new Bad("implausible-time", encoded(c -> c.occurredAt = at("9999-12-31"))),
                new Bad("implausible-time", encoded(c -> c.closeDate = 3_000_000)),
                new Bad("amount-out-of-range", encoded(c -> c.amount = -1L)),
                new Bad("amount-out-of-range", encoded(c -> c.amount = 1_000_000_000_000_000_000L)),
                new Bad("unknown-stage", encoded(c -> c.stage = "Verbal Yes")),
                new Bad("unknown-currency", encoded(c -> c.currency = "DM")),
                new Bad("too-large", new byte[TEN_MEGABYTES]));
    }

    private static byte[] encoded(Consumer<OpportunityChange> spoil) {
        return EventAvro.encode(with(created("bad", START), spoil));
    }

    private static OpportunityChange with(
            OpportunityChange change, Consumer<OpportunityChange> alter) {
        alter.accept(change);
        return change;
    }

    private static OpportunityChange withMeasures(OpportunityChange change, int measures) {
        change.measures = new HashMap<>();
        for (int i = 0; i < measures; i++) {
            change.measures.put("measure-" + i, (long) i);
        }
        return change;
    }

    private static long at(String date) {
        return Instant.parse(date + "T00:00:00Z").toEpochMilli();
    }

    /** Lets the broker take what the job will refuse. */
    private static void allowLargeRecords(PipecastConfig config) throws Exception {
        ConfigResource topic =
                new ConfigResource(
                        ConfigResource.Type.TOPIC, config.kafka().topic(Topic.OPPORTUNITIES));
        ConfigEntry limit = new ConfigEntry("max.message.bytes", String.valueOf(2 * TEN_MEGABYTES));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", config.kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
