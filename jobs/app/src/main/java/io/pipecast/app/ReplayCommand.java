package io.pipecast.app;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pipecast replay}: the production job over a file, deterministic and without Kafka. */
@Command(
        name = "replay",
        description =
                "Runs the production job over a file of events and writes what it would have said.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "Events as JSON lines, .gz accepted.")
    private Path events;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "pipecast.yaml of the company.")
    private Path config;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the results; made if needed.")
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model to forecast with, for all of history; stage probabilities otherwise.")
    private Path model;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Last instant read: ISO instant, or a date (its midnight).")
    private String until;

    @Option(
            names = "--snapshot-every",
            paramLabel = "PERIOD",
            description = "Also write snapshots.jsonl at fiscal midnights, such as P1D or P7D.")
    private String snapshotEvery;

    @Option(
            names = "--parallelism",
            defaultValue = "2",
            paramLabel = "N",
            description = "Parallel tasks; results do not depend on it (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Override
    public Integer call() throws Exception {
        PipecastConfig settings = Configs.load(config);
        Configs.requireFile("--events", events);
        JobPlan plan = JobPlan.replay(settings.yaml(), days());
        if (model != null) {
            plan.withModel(Models.read("--model", model, settings.pipeline()));
        }
        long last =
                until == null
                        ? Long.MAX_VALUE
                        : Instants.parse("--until", until, settings.pipeline().calendar().days());
        if (parallelism < 1 || parallelism > 128) {
            throw new UserError("--parallelism must be between 1 and 128, was " + parallelism);
        }
        makeDirectory();
        JobExecutionResult result = ReplayJob.run(events, plan, last, parallelism, out);
        ReplaySummary.write(out, result, settings.pipeline());
        System.out.println(Files.readString(out.resolve("summary.json")));
        return 0;
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UserError("--out must be a directory that can be made, was " + out);
        }
    }

    private int days() {
        return snapshotEvery == null ? 0 : Instants.days("--snapshot-every", snapshotEvery);
    }
}
