package io.pipecast.app;

import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code pipecast run}: the live job against an existing Kafka, in this process. */
@Command(
        name = "run",
        description = "Runs the live job against an existing Kafka.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "pipecast.yaml of the company.")
    private Path config;

    @Option(
            names = "--jobs",
            split = ",",
            defaultValue = "forecast,evaluate",
            paramLabel = "JOB",
            description =
                    "What to run, of forecast and evaluate, separated by commas (default ${DEFAULT-VALUE}).")
    private Set<LocalFlink.Job> jobs;

    @Override
    public Integer call() throws Exception {
        PipecastConfig settings = Configs.load(config);
        Brokers.ensureTopics(settings.kafka());
        try (LocalFlink flink = LocalFlink.start(settings, jobs)) {
            Runtime.getRuntime().addShutdownHook(new Thread(flink::close, "stop job"));
            System.out.println(
                    "the job reads " + settings.kafka().bootstrapServers() + "; Ctrl-C ends it");
            flink.await();
        }
        return 0;
    }
}
