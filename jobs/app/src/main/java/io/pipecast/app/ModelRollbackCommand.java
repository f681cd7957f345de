package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.codec.control.ModelPublished;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pipecast model rollback}: an earlier model again, under a new sequence. */
@Command(
        name = "rollback",
        description = {
            "Publishes an earlier model again: forecasts are what they were with it.",
            "Exit code 0: the job uses it; 1: it refused it; 3: no job answered."
        },
        mixinStandardHelpOptions = true)
final class ModelRollbackCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @ParentCommand private ModelCommand parent;
    @Mixin private ModelPublication publication;

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Version or sequence; by default the model before the one in force.")
    private String name;

    @Override
    public Integer call() {
        ModelLog log = ModelLog.read(parent.kafka());
        ModelPublished current = log.inForce();
        if (current == null) {
            throw new UserError("a model must have been published to roll back, none was");
        }
        ModelPublished target = name == null ? before(log, current) : named(log, current);
        ModelPublished record =
                publication.record(
                        log,
                        target.modelVersion(),
                        log.clock() == ModelLog.NO_CLOCK ? target.effectiveFrom() : log.clock(),
                        target.document(),
                        ModelPublished.Role.CHAMPION,
                        target.sequence());
        return publication.send(parent.kafka(), log, record, spec.commandLine().getOut());
    }

    private ModelPublished named(ModelLog log, ModelPublished current) {
        ModelPublished found = log.find(name);
        if (!log.isUsable(found)) {
            throw new UserError(
                    "VERSION must be a model that was in force, was "
                            + name
                            + ", which was refused or a shadow");
        }
        if (Arrays.equals(found.document(), current.document())) {
            throw new UserError("VERSION must be another model than the one in force, was " + name);
        }
        return found;
    }

    /** The newest usable publication before the one in force that is another model. */
    private static ModelPublished before(ModelLog log, ModelPublished current) {
        return log.published().stream()
                .filter(model -> model.sequence() < origin(current))
                .filter(log::isUsable)
                .filter(model -> !Arrays.equals(model.document(), current.document()))
                .reduce((earlier, later) -> later)
                .orElseThrow(
                        () ->
                                new UserError(
                                        "there must be a model before the one in force, "
                                                + current.modelVersion()
                                                + " of sequence "
                                                + current.sequence()
                                                + ", was none"));
    }

    /** Rolling back once more goes further back, not forward again. */
    private static long origin(ModelPublished model) {
        return model.restores() == ModelPublished.NONE ? model.sequence() : model.restores();
    }
}
