package io.pipecast.app;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pipecast model}: what the running job forecasts with, and how that is changed. */
@Command(
        name = "model",
        description =
                "Lists, shows, publishes and rolls back the models of the running job, and sets its shadow.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelListCommand.class,
            ModelShowCommand.class,
            ModelPublishCommand.class,
            ModelRollbackCommand.class,
            ModelShadowCommand.class
        })
final class ModelCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "pipecast.yaml of the company; without it the defaults hold.")
    private Path config;

    @Option(
            names = "--bootstrap-servers",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "Kafka instead of the configured kafka.bootstrapServers.")
    private String servers;

    /** The configuration, defaults where no file is named. */
    PipecastConfig settings() {
        return Configs.load(config);
    }

    /** Where the streams are. */
    KafkaSettings kafka() {
        KafkaSettings kafka = settings().kafka();
        return servers == null ? kafka : kafka.at(servers);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is required");
    }
}
