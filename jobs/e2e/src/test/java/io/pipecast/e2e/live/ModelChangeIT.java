package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.json.JsonText;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.output.HealthAvro;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.output.RowJson;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.StageProbabilities;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models come and go in the running job. */
class ModelChangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long HOUR = 3_600_000;
    private static final List<Horizon> DAYS_AHEAD =
            List.of(Horizon.WITHIN_14_DAYS, Horizon.WITHIN_30_DAYS, Horizon.WITHIN_90_DAYS);
    private static final String VERSION = "\"version\":\\d+,";

    private final RowDecoder decoder = new RowDecoder();
    private final SimulationPlan plan =
            new SimulationPlan("Trained", 4, 6, LocalDate.of(2025, 7, 1), 200, false, false);

    @TempDir private Path work;
    private CrmFeed feed;
    private ModelShell shell;
    private OutputReader<DealForecast> deals;
    private OutputReader<PipelineForecast> cuts;

    @Test
    void modelsArePublishedRefusedAndRolledBackWhileTheJobRuns() throws Exception {
        List<TimedRecord> records = records();
        String company = Simulation.of(plan).config();
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config(company, broker, "model-");
            shell = new ModelShell(work, config);
            String first = shell.write("first.avro", train(records, config.pipeline(), 150));
            String second = shell.write("second.avro", train(records, config.pipeline(), 200));
            try (CrmFeed crm = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithEvaluation(config);
                    var dealRows = new OutputReader<>(config.kafka(), Topic.DEALS, decoder::deal);
                    var cutRows =
                            new OutputReader<>(
                                    config.kafka(), Topic.PIPELINES, decoder::pipeline)) {
                feed = crm;
                deals = dealRows;
                cuts = cutRows;
                for (TimedRecord record : records) {
                    feed.send(record);
                }
                feed.tick(plan.end());
                awaitVersions(StageProbabilities.VERSION);
                shipAndRollBack(first, second);
                setAndEndAShadow();
                aNewDayIsForecastBy(first);
                theStageProbabilitiesAreJudgedByWhatCame(config);
                assertThat(job.isRunning()).isTrue();
            }
        }
    }

    private void shipAndRollBack(String first, String second) throws Exception {
        shell.run(0, "publish", "first.avro").contains(first + ", sequence 1: in force");
        awaitVersions(first);
        Map<String, String> dealsBefore = said();
        Map<String, List<Long>> cutsBefore = awaitCuts(first, null);

        shell.run(0, "publish", "second.avro").contains(second + ", sequence 2: in force");
        awaitVersions(second);
        assertThat(said()).isNotEqualTo(dealsBefore);

        publishDamaged(3);
        shell.awaitInList(3, "refused", "model document is not readable");

        shell.run(0, "rollback").contains(first + ", sequence 4: in force");
        awaitVersions(first);
        assertThat(said()).isEqualTo(dealsBefore);
        awaitCuts(first, cutsBefore);
        shell.awaitInList(2, "superseded", "");
        shell.run(2, "rollback").contains("there must be a model before the one in force");
        shell.run(0, "show", "4", "--json").contains("\"restores\" : 1");
    }

    private void setAndEndAShadow() {
        shell.run(0, "shadow", "second.avro").contains("beside the model in force");
        shell.run(0, "shadow", "--end").contains("the shadow has ended");
    }

    /** They forecast for 200 days before any model did. */
    private void theStageProbabilitiesAreJudgedByWhatCame(PipecastConfig config) {
        HealthAvro codec = new HealthAvro();
        String key = "champion|" + StageProbabilities.VERSION + "|";
        try (var scores = new OutputReader<>(config.kafka(), Topic.SCORES, codec::score);
                var health = new OutputReader<>(config.kafka(), Topic.HEALTH, codec::health)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> {
                                ScoreAudit audit =
                                        new ScoreAudit(
                                                scores.rows(), config.pipeline().calendar().days());
                                var rows = health.table(ModelHealth::key, ModelHealth::version);
                                for (Horizon horizon : DAYS_AHEAD) {
                                    assertThat(rows).containsKey(key + horizon.key);
                                    audit.assertRight(rows.get(key + horizon.key), horizon);
                                }
                                ModelHealth company = rows.get(key + ModelHealth.PERIOD + 0);
                                assertThat(company.judged()).isPositive();
                                assertThat(company.covered() + company.below() + company.above())
                                        .isCloseTo(1, within(1e-9));
                            });
        }
    }

    /** A new day scores every open deal, with whatever model is in force. */
    private void aNewDayIsForecastBy(String version) throws Exception {
        feed.tick(plan.end() + 25 * HOUR);
        await().atMost(PATIENCE).until(() -> open().stream().anyMatch(this::isOfTheNextDay));
        awaitVersions(version);
    }

    /**
     * What rows of deals say but for their version, which only grows: every other byte is what a
     * rollback restores.
     */
    private Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        deals.table(DealForecast::opportunityId, DealForecast::version)
                .forEach((id, row) -> said.put(id, json(row).replaceFirst(VERSION, "")));
        return said;
    }

    private static String json(DealForecast row) {
        JsonText line = new JsonText();
        RowJson.append(row, line);
        return line.toString();
    }

    /**
     * Waits until every scope of the day is forecast by a model, and for its values where known.
     */
    private Map<String, List<Long>> awaitCuts(String version, Map<String, List<Long>> expected) {
        Map<String, List<Long>> values = new TreeMap<>();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Map<String, PipelineForecast> rows =
                                    cuts.table(PipelineForecast::key, PipelineForecast::cut);
                            values.clear();
                            rows.forEach((key, row) -> values.put(key, values(row)));
                            assertThat(rows.values())
                                    .isNotEmpty()
                                    .allMatch(row -> row.modelVersion().equals(version));
                            if (expected != null) {
                                assertThat(values).isEqualTo(expected);
                            }
                        });
        return values;
    }

    private static List<Long> values(PipelineForecast row) {
        return Arrays.stream(row.values()).boxed().toList();
    }

    private boolean isOfTheNextDay(DealForecast deal) {
        return deal.asOf() >= plan.end() + 24 * HOUR;
    }

    /** Waits until every open deal is forecast by one model. */
    private void awaitVersions(String version) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Set<String> versions =
                                    open().stream()
                                            .map(DealForecast::modelVersion)
                                            .collect(Collectors.toSet());
                            assertThat(versions).containsExactly(version);
                        });
    }

    private List<DealForecast> open() {
        return deals.table(DealForecast::opportunityId, DealForecast::version).values().stream()
                .filter(deal -> deal.outcome() == Outcome.OPEN && !deal.removed())
                .toList();
    }

    private void publishDamaged(long sequence) throws Exception {
        ModelPublished published =
                new ModelPublished(
                        sequence, "damaged", plan.end(), plan.end(), "test", new byte[] {1, 2, 3});
        feed.send(Topic.CONTROL, "model", ControlAvro.encode(published));
        feed.tick(plan.end());
    }

    private List<TimedRecord> records() {
        List<TimedRecord> records = new ArrayList<>();
        Simulation company = Simulation.of(plan);
        while (company.peek().at() < plan.end()) {
            records.add(company.next());
        }
        return records;
    }

    /** A model of what was known after some days. */
    private byte[] train(List<TimedRecord> records, PipelineSettings settings, int days) {
        InputDecoder decoder = new InputDecoder(settings);
        DealLog log = new DealLog(settings);
        for (TimedRecord record : records) {
            byte[] bytes =
                    switch (record.kind()) {
                        case OPPORTUNITY -> EventAvro.encode(record.change());
                        case ACTIVITY -> EventAvro.encode(record.activity());
                        default -> new byte[0];
                    };
            Input input = decoder.decode(bytes, "log", 0, record.at());
            if (input.kind == Input.Kind.DEAL) {
                log.add(input.deal());
            }
        }
        long until = plan.end() - (200 - days) * 24 * HOUR;
        return ModelFile.write(
                new HazardTrainer(settings).fit(RowBuilder.build(log, settings), until));
    }
}
