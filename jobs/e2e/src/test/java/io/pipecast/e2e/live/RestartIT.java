package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.json.JsonText;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.output.RowJson;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.file.EventFile;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The running job is killed at three seeded points and comes back from its latest checkpoint. A
 * reader that keeps the highest version ends with what a batch computes from the same events.
 */
class RestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TICK = 6 * 3_600_000L;
    private static final long LATENESS = 3_600_000L;
    private static final int KILLS = 3;

    /** Records sent between a checkpoint and a kill. */
    private static final int SINCE_CHECKPOINT = 25;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path directory;

    private final RowDecoder decoder = new RowDecoder();
    private final SimulationPlan plan =
            new SimulationPlan("Restarted", 9, 4, LocalDate.of(2026, 1, 5), 50, false, false);

    @Test
    void killsChangeNothingInTheEndWithAtLeastOnceDelivery() throws Exception {
        assertEndsLikeTheBatch("at-least-once", "hashmap", 21);
    }

    @Test
    void killsChangeNothingInTheEndWithExactlyOnceDelivery() throws Exception {
        assertEndsLikeTheBatch("exactly-once", "hashmap", 22);
    }

    @Test
    void killsChangeNothingInTheEndWithStateInRocksDb() throws Exception {
        assertEndsLikeTheBatch("at-least-once", "rocksdb", 23);
    }

    private void assertEndsLikeTheBatch(String delivery, String state, long seed) throws Exception {
        List<TimedRecord> records = records();
        Path batch = batch(records);
        String company = Simulation.of(plan).config();
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config(company, broker, "kill-", delivery, state);
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithRestarts(config)) {
                feed(records, feed, job, new Random(seed));
                feed.tick(plan.end());
                assertDeals(config, batch);
                assertScopes(config, batch);
                feed.tick(plan.end() + LATENESS);
                assertAlerts(config, batch);
                assertThat(job.restarts()).isEqualTo(KILLS);
            }
        }
    }

    private List<TimedRecord> records() {
        List<TimedRecord> records = new ArrayList<>();
        Simulation company = Simulation.of(plan);
        while (company.peek().at() < plan.end()) {
            records.add(company.next());
        }
        assertThat(records).hasSizeGreaterThan(300);
        return records;
    }

    private Path batch(List<TimedRecord> records) throws Exception {
        Path events = directory.resolve("events.jsonl");
        try (EventFile file = new EventFile(events)) {
            for (TimedRecord record : records) {
                file.write(record);
            }
        }
        JobPlan replay = JobPlan.replay(Simulation.of(plan).config(), 0);
        ReplayJob.run(events, replay, plan.end(), 2, directory);
        return directory;
    }

    /**
     * Sends everything, with ticks, and kills in each third: twice with records on their way that
     * no checkpoint holds, and once as soon as a checkpoint is complete, when its transactions may
     * not be committed yet.
     */
    private void feed(List<TimedRecord> records, CrmFeed feed, RunningJob job, Random random)
            throws Exception {
        int third = records.size() / KILLS;
        long tick = records.get(0).at() + TICK;
        int checkpoint = 0;
        int kill = 0;
        for (int i = 0; i < records.size(); i++) {
            if (i % third == 0 && i / third < KILLS) {
                checkpoint = i + random.nextInt(third - SINCE_CHECKPOINT);
                kill = checkpoint + (i / third < KILLS - 1 ? SINCE_CHECKPOINT : 0);
            }
            for (; records.get(i).at() > tick; tick += TICK) {
                feed.tick(tick);
            }
            feed.send(records.get(i));
            if (i == checkpoint) {
                job.checkpoint();
            }
            if (i == kill) {
                job.kill();
                job.bringBack();
            }
        }
    }

    private void assertDeals(PipecastConfig config, Path batch) throws Exception {
        Map<String, JsonNode> expected =
                table(batch.resolve("deal-forecasts.jsonl"), row -> text(row, "opportunityId"));
        try (var deals = new OutputReader<>(config.kafka(), Topic.DEALS, decoder::deal)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    texts(
                                                            deals.table(
                                                                    DealForecast::opportunityId,
                                                                    DealForecast::version),
                                                            RowJson::append))
                                            .isEqualTo(expected));
        }
    }

    private void assertScopes(PipecastConfig config, Path batch) throws Exception {
        Map<String, JsonNode> expected = lastCut(batch.resolve("pipeline-forecasts.jsonl"));
        assertThat(expected).hasSizeGreaterThan(20);
        try (var scopes = new OutputReader<>(config.kafka(), Topic.PIPELINES, decoder::pipeline)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                Map<String, JsonNode> actual =
                                        texts(
                                                scopes.table(
                                                        PipelineForecast::key,
                                                        PipelineForecast::version),
                                                RowJson::append);
                                actual.keySet().retainAll(expected.keySet());
                                assertThat(actual).isEqualTo(expected);
                            });
        }
    }

    private void assertAlerts(PipecastConfig config, Path batch) throws Exception {
        Map<String, JsonNode> expected =
                table(batch.resolve("alerts.jsonl"), row -> text(row, "alertId"));
        assertThat(expected).isNotEmpty();
        try (var alerts = new OutputReader<>(config.kafka(), Topic.ALERTS, decoder::alert)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    texts(
                                                            alerts.table(
                                                                    Alert::alertId, Alert::version),
                                                            RowJson::append))
                                            .isEqualTo(expected));
        }
    }

    private static <T> Map<String, JsonNode> texts(
            Map<String, T> rows, BiConsumer<T, JsonText> format) throws Exception {
        Map<String, JsonNode> texts = new TreeMap<>();
        for (Map.Entry<String, T> row : rows.entrySet()) {
            JsonText line = new JsonText();
            format.accept(row.getValue(), line);
            texts.put(row.getKey(), timeless(JSON.readTree(line.toString())));
        }
        return texts;
    }

    /** Rows of a file by key, the last of each. */
    private static Map<String, JsonNode> table(Path file, Function<JsonNode, String> key)
            throws Exception {
        Map<String, JsonNode> table = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JSON.readTree(line);
            table.put(key.apply(row), timeless(row));
        }
        return table;
    }

    private static Map<String, JsonNode> lastCut(Path file) throws Exception {
        Map<String, JsonNode> last = new TreeMap<>();
        long cut = -1;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JSON.readTree(line);
            if (row.get("cut").asLong() > cut) {
                cut = row.get("cut").asLong();
                last.clear();
            }
            String key = text(row, "tree") + "|" + text(row, "node") + "|" + text(row, "period");
            last.put(key, timeless(row));
        }
        return last;
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asText();
    }

    /**
     * A row without what says when, and by how many steps, it came about, and without what moved
     * since the midnight before, which settled rows alone tell.
     */
    private static JsonNode timeless(JsonNode row) {
        List<String> times = new ArrayList<>(List.of("asOf", "settled", "ageDays", "daysInStage"));
        times.addAll(List.of("cut", "cutRows"));
        if (!row.has("alertId")) {
            times.add("version");
        }
        if (row.get("values") instanceof ObjectNode values) {
            List<String> moves = new ArrayList<>();
            values.fieldNames().forEachRemaining(moves::add);
            moves.removeIf(name -> !name.startsWith("bridge_"));
            values.remove(moves);
        }
        return ((ObjectNode) row).remove(times);
    }
}
