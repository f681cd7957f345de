package io.pipecast.app;

import io.pipecast.board.BoardException;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.codec.settings.PipecastConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast board}: serves the board over an existing Kafka until it is stopped. */
@Command(
        name = "board",
        description = {
            "Serves the board and the business metrics over an existing Kafka.",
            "Who may sign in stands in the configuration, under board.access."
        },
        mixinStandardHelpOptions = true,
        subcommands = BoardTokenCommand.class)
final class BoardCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--config", description = "Configuration; without it the defaults hold.")
    private Path configFile;

    @Option(names = "--port", description = "Port instead of the configured board.port.")
    private Integer port;

    @Override
    public Integer call() throws InterruptedException {
        PipecastConfig config = Configs.load(configFile);
        BoardOptions options = BoardOptions.of(config);
        BoardServer board = start(port == null ? options : options.onPort(port), config);
        String address = "http://" + options.host() + ":" + board.port();
        PrintWriter out = spec.commandLine().getOut();
        out.println("board    " + address + "/");
        out.println("metrics  " + address + "/metrics");
        out.flush();
        Runtime.getRuntime().addShutdownHook(new Thread(board::close, "board-stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    private static BoardServer start(BoardOptions options, PipecastConfig config) {
        try {
            return BoardServer.start(options, config.kafka());
        } catch (BoardException cannot) {
            throw new UserError(cannot.getMessage(), cannot);
        }
    }
}
