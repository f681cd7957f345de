package io.pipecast.e2e.cluster;

import io.pipecast.testkit.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session cluster as in production: JobManager and TaskManager in JVMs of their own. */
final class StandaloneFlink implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration SUBMIT = Duration.ofSeconds(90);

    private static final String REPORTER =
            "org.apache.flink.metrics.prometheus.PrometheusReporterFactory";

    private final Path directory;
    private final int restPort = Ports.free();
    private final int jobManagerMetrics = Ports.free();
    private final int taskManagerMetrics = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JavaProcess jobManager;
    private final JavaProcess taskManager;

    private StandaloneFlink(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(
                directory.resolve("config.yaml"), config(directory, restPort, Ports.free()));
        jobManager =
                daemon(
                        "jobmanager",
                        "256m",
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        jobManagerMetrics);
        taskManager =
                daemon(
                        "taskmanager",
                        "384m",
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        taskManagerMetrics);
    }

    /** Starts both; returns when the TaskManager's slots are there. */
    static StandaloneFlink start(Path directory) throws IOException, InterruptedException {
        StandaloneFlink flink = new StandaloneFlink(directory);
        try {
            flink.taskManager.awaitThat(
                    "the TaskManager's two slots were offered",
                    START,
                    () -> flink.rest("/overview").contains("\"slots-available\":2"));
        } catch (AssertionError e) {
            String said = e.getMessage() + "\njobmanager:\n" + flink.jobManager.tail();
            flink.close();
            throw new AssertionError(said, e);
        }
        return flink;
    }

    /** Submits a jar the way an operator does, with {@code flink run -d}; what it printed. */
    String run(Path jar, Path argument) throws IOException, InterruptedException {
        List<String> arguments =
                List.of(
                        "run",
                        "-d",
                        "-m",
                        "127.0.0.1:" + restPort,
                        jar.toString(),
                        argument.toString());
        try (JavaProcess client =
                start("client", "256m", "org.apache.flink.client.cli.CliFrontend", arguments)) {
            return client.awaitEnd(SUBMIT);
        }
    }

    /** The process that runs the tasks; its log says why nothing comes. */
    JavaProcess taskManager() {
        return taskManager;
    }

    /** Answer of Flink's REST interface, or empty while there is none. */
    String rest(String path) {
        return get("http://127.0.0.1:" + restPort + path);
    }

    /** What the Prometheus reporters of both show. */
    String metrics() {
        return get("http://127.0.0.1:" + jobManagerMetrics + "/metrics")
                + get("http://127.0.0.1:" + taskManagerMetrics + "/metrics");
    }

    private String get(String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private JavaProcess daemon(String name, String heap, String main, int metricsPort)
            throws IOException {
        List<String> arguments =
                List.of(
                        "--configDir",
                        directory.toString(),
                        "-Dmetrics.reporter.prom.port=" + metricsPort);
        return start(name, heap, main, arguments);
    }

    private JavaProcess start(String name, String heap, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(main);
        command.addAll(arguments);
        Map<String, String> environment = Map.of("FLINK_CONF_DIR", directory.toString());
        return JavaProcess.start(name, directory, heap, ClassPaths.flink(), environment, command);
    }

    private static String config(Path directory, int restPort, int rpcPort) {
        return """
                jobmanager.rpc.address: 127.0.0.1
                jobmanager.rpc.port: %1$d
                jobmanager.bind-host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %2$d
                taskmanager.host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                taskmanager.numberOfTaskSlots: 2
                taskmanager.cpu.cores: 2
                taskmanager.memory.framework.heap.size: 64m
                taskmanager.memory.framework.off-heap.size: 64m
                taskmanager.memory.task.heap.size: 256m
                taskmanager.memory.task.off-heap.size: 0m
                taskmanager.memory.managed.size: 16m
                taskmanager.memory.network.min: 32m
                taskmanager.memory.network.max: 32m
                taskmanager.memory.jvm-metaspace.size: 128m
                taskmanager.memory.jvm-overhead.min: 64m
                taskmanager.memory.jvm-overhead.max: 64m
                io.tmp.dirs: %3$s
                metrics.reporters: prom
                metrics.reporter.prom.factory.class: %4$s
                execution.checkpointing.dir: file://%3$s/checkpoints
                """
                .formatted(rpcPort, restPort, directory, REPORTER);
    }

    @Override
    public void close() {
        try {
            taskManager.close();
            jobManager.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
