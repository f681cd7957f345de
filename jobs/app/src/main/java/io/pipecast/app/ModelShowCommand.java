package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.app.models.ModelTable;
import io.pipecast.codec.control.ModelPublished;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pipecast model show}: one publication in full. */
@Command(
        name = "show",
        description = "Shows one published model: where it comes from and what became of it.",
        mixinStandardHelpOptions = true)
final class ModelShowCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @ParentCommand private ModelCommand parent;

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Version or sequence; the model in force by default.")
    private String name;

    @Option(names = "--json", description = "As JSON, with everything in the document.")
    private boolean json;

    @Override
    public Integer call() {
        ModelLog log = ModelLog.read(parent.kafka());
        ModelPublished model = name == null ? log.inForce() : log.find(name);
        if (model == null) {
            throw new UserError("a model must have been published, none was");
        }
        ModelTable table = new ModelTable(log);
        spec.commandLine().getOut().print(json ? table.json(model) : table.text(model));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
