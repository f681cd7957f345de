package io.pipecast.app;

import io.pipecast.app.demo.FeedWriter;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pipecast clock}: writes the ticks into the input topics. */
@Command(
        name = "clock",
        description =
                "Writes ticks into every partition of the input topics, so that time passes for the job.",
        mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "pipecast.yaml of the company.")
    private Path config;

    @Option(
            names = "--every",
            defaultValue = "PT0.2S",
            paramLabel = "DURATION",
            description = "Time between ticks (default ${DEFAULT-VALUE}).")
    private Duration every;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Write one tick of this instant and end.")
    private String at;

    @Override
    public Integer call() throws Exception {
        PipecastConfig settings = Configs.load(config);
        if (every.toMillis() < 10 || every.toHours() >= 24) {
            throw new UserError("--every must be between PT0.01S and PT24H, was " + every);
        }
        Long once =
                at == null
                        ? null
                        : Instants.parse("--at", at, settings.pipeline().calendar().days());
        try (FeedWriter writer =
                new FeedWriter(settings.kafka(), Brokers.ensureTopics(settings.kafka()))) {
            if (once != null) {
                writer.tick(once);
                writer.flush();
            } else {
                tickOn(writer);
            }
        }
        return 0;
    }

    private void tickOn(FeedWriter writer) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> ticking =
                clock.scheduleAtFixedRate(
                        () -> writer.tick(System.currentTimeMillis()),
                        0,
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
        System.out.println("a tick every " + every + "; Ctrl-C ends it");
        ticking.get();
    }
}
