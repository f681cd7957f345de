package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.StageProbabilities;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Models come and go in the running job. */
class ModelChangeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long HOUR = 3_600_000;

    private final RowDecoder decoder = new RowDecoder();
    private final SimulationPlan plan =
            new SimulationPlan("Trained", 4, 6, LocalDate.of(2025, 7, 1), 200, false, false);

    @Test
    void aPublishedModelTakesEffectAndACorruptOneIsRefused() throws Exception {
        List<TimedRecord> records = records();
        String company = Simulation.of(plan).config();
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config = LiveSetup.config(company, broker, "model-");
            HazardModel model = train(records, config.pipeline());
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithoutRestarts(config);
                    var deals = new OutputReader<>(config.kafka(), Topic.DEALS, decoder::deal)) {
                for (TimedRecord record : records) {
                    feed.send(record);
                }
                feed.tick(plan.end());
                awaitVersions(deals, StageProbabilities.VERSION);

                publish(feed, 1, model.version(), ModelFile.write(model));
                awaitVersions(deals, model.version());

                publish(feed, 2, "corrupt", new byte[] {1, 2, 3});
                // a new day rescores every open deal, with whatever model is in force
                feed.tick(plan.end() + 25 * HOUR);
                await().atMost(PATIENCE)
                        .until(() -> open(deals).stream().anyMatch(this::isOfTheNextDay));
                awaitVersions(deals, model.version());
                assertThat(job.isRunning()).isTrue();
            }
        }
    }

    private boolean isOfTheNextDay(DealForecast deal) {
        return deal.asOf() >= plan.end() + 24 * HOUR;
    }

    /** Waits until every open deal is forecast by one model. */
    private static void awaitVersions(OutputReader<DealForecast> deals, String version) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            Set<String> versions =
                                    open(deals).stream()
                                            .map(DealForecast::modelVersion)
                                            .collect(Collectors.toSet());
                            assertThat(versions).containsExactly(version);
                        });
    }

    private static List<DealForecast> open(OutputReader<DealForecast> deals) {
        return deals.table(DealForecast::opportunityId, DealForecast::version).values().stream()
                .filter(deal -> deal.outcome() == Outcome.OPEN && !deal.removed())
                .toList();
    }

    private void publish(CrmFeed feed, long sequence, String version, byte[] document)
            throws Exception {
        ModelPublished published =
                new ModelPublished(sequence, version, plan.end(), plan.end(), "test", document);
        feed.send(Topic.CONTROL, "model", ControlAvro.encode(published));
        feed.tick(plan.end() + sequence);
    }

    private List<TimedRecord> records() {
        List<TimedRecord> records = new ArrayList<>();
        Simulation company = Simulation.of(plan);
        while (company.peek().at() < plan.end()) {
            records.add(company.next());
        }
        return records;
    }

    private HazardModel train(List<TimedRecord> records, PipelineSettings settings) {
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
        return new HazardTrainer(settings)
                .fit(RowBuilder.build(log, settings), plan.end())
                .published(1, plan.end());
    }
}
