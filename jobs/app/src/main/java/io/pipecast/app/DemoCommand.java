package io.pipecast.app;

import io.pipecast.app.demo.Demo;
import io.pipecast.app.demo.DemoPlan;
import io.pipecast.simulator.SimulationPlan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code pipecast demo}: everything in one process, on a simulated company or on the user's own
 * events.
 */
@Command(
        name = "demo",
        description =
                "Starts Kafka, Flink, the job and the board in one process and plays a company into it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8480",
            paramLabel = "PORT",
            description = "Port of the board (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "1 plays a working day a minute (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--seed",
            defaultValue = "" + SimulationPlan.DEMO_SEED,
            paramLabel = "N",
            description = "Seed of the simulated company (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--no-browser", description = "Do not open the board in a browser.")
    private boolean noBrowser;

    @Option(
            names = "--alertmanager",
            paramLabel = "URL",
            description = "Post deal alerts to this Alertmanager.")
    private String alertmanager;

    @Option(
            names = "--flink-metrics-port",
            paramLabel = "PORT",
            description = "Serve Flink's own metrics to Prometheus there.")
    private int metricsPort;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Play these events instead of a simulated company; needs --config.")
    private Path events;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "pipecast.yaml that fits --events.")
    private Path config;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new UserError("--port must be between 0 and 65535, was " + port);
        }
        if (metricsPort < 0 || metricsPort > 65_535) {
            throw new UserError(
                    "--flink-metrics-port must be between 0 and 65535, was " + metricsPort);
        }
        if (!(speed > 0) || speed > 10_000) {
            throw new UserError("--speed must be above 0 and at most 10000, was " + speed);
        }
        if (alertmanager != null && !alertmanager.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new UserError("--alertmanager must be an http address, was " + alertmanager);
        }
        if ((events == null) != (config == null)) {
            throw new UserError(
                    "--events and --config go together, but only "
                            + (events == null ? "--config" : "--events")
                            + " was given");
        }
        if (events != null) {
            Configs.load(config, new Configs.InputFile("--events", events));
        }
        Demo.play(
                new DemoPlan(
                        port, speed, seed, !noBrowser, alertmanager, metricsPort, events, config));
        return 0;
    }
}
