package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.app.models.ModelPublisher;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast policy}: other alert rules for the running job, without a restart. */
@Command(
        name = "policy",
        description = {
            "Publishes the alert rules of a configuration to the running job.",
            "What they bring up is listed as a backlog and never delivered as news."
        },
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "pipecast.yaml whose section alerts is to hold, and whose Kafka is told.")
    private Path config;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers instead of the configured ones.")
    private String servers;

    @Option(
            names = "--effective-from",
            paramLabel = "INSTANT",
            description = "Instant from which they hold; by default the job's clock.")
    private String effectiveFrom;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Who changes them; by default the user of this process.")
    private String actor = System.getProperty("user.name", "unknown");

    @Override
    public Integer call() {
        PipecastConfig settings = Configs.load(config);
        KafkaSettings kafka = servers == null ? settings.kafka() : settings.kafka().at(servers);
        long now = System.currentTimeMillis();
        long from = from(settings, kafka, now);
        // the wall's milliseconds grow with every change, which is all a sequence is for
        PolicyChanged change =
                new PolicyChanged(now, from, now, actor, settings.pipeline().alerts());
        new ModelPublisher(kafka).publish(change);
        spec.commandLine()
                .getOut()
                .printf("alert policy %d holds from %s on%n", now, Instant.ofEpochMilli(from));
        return 0;
    }

    private long from(PipecastConfig settings, KafkaSettings kafka, long now) {
        if (effectiveFrom != null) {
            return Instants.parse(
                    "--effective-from", effectiveFrom, settings.pipeline().calendar().days());
        }
        long clock = ModelLog.read(kafka).clock();
        return clock == ModelLog.NO_CLOCK ? now : clock;
    }
}
