package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pipecast model publish}: ships a model to the running job. */
@Command(
        name = "publish",
        description = {
            "Checks a model against the configuration and publishes it to the running job.",
            "Exit code 0: the job uses it, or will; 1: it refused it; 3: no job answered."
        },
        mixinStandardHelpOptions = true)
final class ModelPublishCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @ParentCommand private ModelCommand parent;
    @Mixin private ModelPublication publication;

    @Parameters(paramLabel = "FILE", description = "The model, as train wrote it.")
    private Path file;

    @Option(
            names = "--effective-from",
            paramLabel = "INSTANT",
            description =
                    "When forecasts begin to use it; by default from the job's clock on, and not before the model's own instant.")
    private String effectiveFrom;

    @Override
    public Integer call() {
        PipecastConfig settings = parent.settings();
        byte[] document = Models.read("FILE", file, settings.pipeline());
        var model =
                ModelFile.read(
                                document,
                                settings.pipeline().stages(),
                                settings.pipeline().currency())
                        .model();
        ModelLog log = ModelLog.read(parent.kafka());
        long from =
                effectiveFrom == null
                        ? Math.max(model.effectiveFrom(), log.clock())
                        : Instants.parse(
                                "--effective-from",
                                effectiveFrom,
                                settings.pipeline().calendar().days());
        ModelPublished record =
                publication.record(
                        log,
                        model.version(),
                        from,
                        document,
                        ModelPublished.Role.CHAMPION,
                        ModelPublished.NONE);
        return publication.send(parent.kafka(), log, record, spec.commandLine().getOut());
    }
}
