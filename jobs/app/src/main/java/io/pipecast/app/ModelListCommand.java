package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.app.models.ModelTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pipecast model list}: every publication and what became of it. */
@Command(
        name = "list",
        description = "Lists every published model and what the running job says of it.",
        mixinStandardHelpOptions = true)
final class ModelListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @ParentCommand private ModelCommand parent;

    @Option(names = "--json", description = "One JSON array instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        ModelTable table = new ModelTable(ModelLog.read(parent.kafka()));
        spec.commandLine().getOut().print(json ? table.json() : table.text());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
