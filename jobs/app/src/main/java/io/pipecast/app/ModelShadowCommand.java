package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.settings.PipelineSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pipecast model shadow}: a model that scores beside the one in force. */
@Command(
        name = "shadow",
        description = {
            "Publishes a model that scores the same stream beside the one in force, or ends that.",
            "Exit code 0: done; 1: the job refused it; 3: no job answered."
        },
        mixinStandardHelpOptions = true)
final class ModelShadowCommand implements Callable<Integer> {
    private static final byte[] NO_DOCUMENT = new byte[0];

    @Spec private CommandSpec spec;
    @ParentCommand private ModelCommand parent;
    @Mixin private ModelPublication publication;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The model, as train wrote it.")
    private Path file;

    @Option(names = "--end", description = "End the shadow instead of setting one.")
    private boolean end;

    @Override
    public Integer call() {
        if (end == (file != null)) {
            throw new UserError(
                    "shadow must be given FILE or --end, was given " + (end ? "both" : "neither"));
        }
        byte[] document = NO_DOCUMENT;
        String version = "none";
        if (!end) {
            PipelineSettings settings = parent.settings().pipeline();
            document = Models.read("FILE", file, settings);
            version =
                    ModelFile.read(document, settings.stages(), settings.currency())
                            .model()
                            .version();
        }
        ModelLog log = ModelLog.read(parent.kafka());
        long from = log.clock() == ModelLog.NO_CLOCK ? System.currentTimeMillis() : log.clock();
        ModelPublished record =
                publication.record(
                        log,
                        version,
                        from,
                        document,
                        end ? ModelPublished.Role.SHADOW_END : ModelPublished.Role.SHADOW,
                        ModelPublished.NONE);
        return publication.send(parent.kafka(), log, record, spec.commandLine().getOut());
    }
}
