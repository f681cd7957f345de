package io.pipecast.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code pipecast} command: one class per subcommand, results on stdout, logs on stderr. */
@Command(
        name = "pipecast",
        description = "Real-time sales-pipeline forecasts.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BacktestCommand.class,
            BoardCommand.class,
            ImportCommand.class,
            ReconcileCommand.class,
            JudgeCommand.class,
            ReplayCommand.class,
            DemoCommand.class,
            RunCommand.class,
            ClockCommand.class,
            SimulateCommand.class,
            StudyCommand.class,
            TrainCommand.class,
            ModelCommand.class,
            PolicyCommand.class
        })
public final class Pipecast implements Runnable {
    /** Exit code of a {@link UserError} and of wrong options. */
    static final int USER_ERROR = 2;

    @Spec private CommandSpec spec;

    /** Runs a subcommand and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command as it is run, for tests too. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Pipecast());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(Pipecast::failed);
        return line;
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof UserError) {
            line.getErr().println("pipecast: " + failure.getMessage());
            return USER_ERROR;
        }
        throw failure;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is required");
    }
}
