package io.pipecast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.app.demo.FeedWriter;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.streaming.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job jar as an operator runs it: a Flink cluster of two JVMs and a broker in a third, all on
 * loopback. Flink's class path holds nothing of the job, so what the jar lacks shows here.
 */
class SeparateJvmClusterIT {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration FORECASTS = Duration.ofSeconds(90);

    /** What the rules and dashboards read of Flink. */
    private static final List<String> METRICS =
            List.of(
                    "flink_jobmanager_job_numRestarts",
                    "flink_jobmanager_job_runningTime",
                    "flink_jobmanager_job_numberOfFailedCheckpoints",
                    "flink_jobmanager_job_numberOfCompletedCheckpoints",
                    "flink_jobmanager_job_lastCheckpointDuration",
                    "flink_taskmanager_job_task_backPressuredTimeMsPerSecond",
                    "flink_taskmanager_job_task_busyTimeMsPerSecond",
                    "flink_taskmanager_Status_JVM_Memory_Heap_Used");

    @TempDir private Path directory;

    @Test
    void theJobJarForecastsOnAClusterOfItsOwn() throws Exception {
        Path jar = ClassPaths.jobJar();
        try (JavaProcess broker = startBroker();
                StandaloneFlink flink = StandaloneFlink.start(directory)) {
            Simulation company = Simulation.of(plan());
            Path config = config(company, address(broker));
            KafkaSettings kafka = PipecastConfig.load(config).kafka();
            long sent = feed(company, kafka);
            assertThat(sent).isGreaterThan(100);

            assertThat(flink.run(jar, config)).contains("Job has been submitted with JobID");

            try (ForecastReader forecasts = new ForecastReader(kafka)) {
                flink.taskManager()
                        .awaitThat("forecasts came", FORECASTS, () -> forecasts.landing() != null);
                assertThatTheCompanyIsForecast(forecasts.landing());
            }
            assertThat(flink.rest("/jobs/overview")).contains("\"state\":\"RUNNING\"");
            assertThat(flink.metrics()).contains(METRICS);
        }
    }

    private static void assertThatTheCompanyIsForecast(PipelineForecast company) {
        assertThat(company.node()).isEqualTo("company");
        assertThat(company.currency()).isEqualTo("USD");
        long open = company.value(Quantity.OPEN_AMOUNT);
        long weighted = company.value(Quantity.STAGE_WEIGHTED);
        assertThat(open).isPositive();
        assertThat(weighted).isPositive();
        assertThat(company.value(Quantity.MODEL_P10))
                .isLessThanOrEqualTo(company.value(Quantity.MODEL_P90));
    }

    private static SimulationPlan plan() {
        return new SimulationPlan("Cluster", 5, 3, LocalDate.of(2026, 1, 1), 45, false, false);
    }

    private JavaProcess startBroker() throws IOException, InterruptedException {
        JavaProcess broker =
                JavaProcess.start(
                        "broker",
                        directory,
                        "256m",
                        ClassPaths.broker(),
                        Map.of(),
                        List.of(BrokerProcess.class.getName()));
        broker.awaitThat(
                "the broker was up", START, () -> broker.output().contains(BrokerProcess.READY));
        return broker;
    }

    private static String address(JavaProcess broker) {
        return broker.output()
                .lines()
                .filter(line -> line.startsWith(BrokerProcess.READY))
                .map(line -> line.substring(BrokerProcess.READY.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private Path config(Simulation company, String bootstrapServers) throws IOException {
        String kafka = "kafka:\n  bootstrapServers: " + bootstrapServers + "\n  partitions: 2\n";
        return Files.writeString(
                directory.resolve("pipecast.yaml"), company.config() + "\n" + kafka);
    }

    /** Writes the company's log and the tick that ends it; the number of records. */
    private static long feed(Simulation company, KafkaSettings kafka) {
        Map<String, Integer> partitions = Topics.ensure(kafka);
        long sent;
        try (RecordWriter records = new RecordWriter(kafka)) {
            sent = records.writeAll(company);
        }
        try (FeedWriter clock = new FeedWriter(kafka, partitions)) {
            clock.tick(company.plan().end());
            clock.flush();
        }
        return sent;
    }
}
