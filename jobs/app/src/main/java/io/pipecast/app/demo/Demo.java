package io.pipecast.app.demo;

import io.pipecast.app.LocalFlink;
import io.pipecast.app.UserError;
import io.pipecast.board.BoardException;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.codec.settings.FlinkSettings;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.streaming.kafka.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts everything in one process, in the order in which the user sees something soonest. */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /** Time between looks at the board. */
    private static final long LOOK_MILLIS = 500;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final PrintStream out = System.out;
    private boolean closed;

    private Demo() {}

    /** Plays until the process is ended. */
    public static void play(DemoPlan plan) throws Exception {
        requireFree(plan.port());
        Demo demo = new Demo();
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop demo"));
        demo.start(plan);
    }

    private void start(DemoPlan plan) throws Exception {
        long began = System.nanoTime();
        CompletableFuture<EmbeddedKafka> broker =
                CompletableFuture.supplyAsync(EmbeddedKafka::start);
        Simulation simulation =
                plan.events() == null ? Simulation.of(SimulationPlan.demo(plan.seed())) : null;
        String yaml = simulation == null ? Files.readString(plan.config()) : simulation.config();
        PipecastConfig company = PipecastConfig.parse(yaml);
        Feed feed =
                simulation == null
                        ? FileFeed.open(plan.events(), company.pipeline())
                        : new SimulatedFeed(simulation);
        History history = History.of(feed, company.pipeline());
        EmbeddedKafka kafka = keep(broker.join());
        PipecastConfig config = onto(kafka, company, plan);
        Map<String, Integer> partitions = Topics.ensure(config.kafka());
        BoardServer board = keep(board(plan, config));
        keep(LocalFlink.start(config, EnumSet.of(LocalFlink.Job.FORECAST)));
        FeedWriter writer = keep(new FeedWriter(config.kafka(), partitions));
        String address = "http://127.0.0.1:" + board.port();
        say("board    " + address + "/");
        say("metrics  " + address + "/metrics");
        say("models   ./pipecast model list --config " + written(kafka, config, yaml));
        say("loading the company's history and training on it …");
        Playback playback = new Playback(feed, writer, config.pipeline(), plan.speed());
        keep(playback::stop);
        playback.history(history);
        say(
                String.format(
                        "loaded %,d events; model %s; ready %.1f s after start",
                        history.records(),
                        history.newestModel(),
                        (System.nanoTime() - began) / 1e9));
        say(plan.events() == null ? guide() : guideToOwn());
        if (plan.browser()) {
            Browser.open(address);
        }
        evaluateOnceSeen(history.newestModel(), board, config);
        playback.run();
    }

    /**
     * Starts the job that judges forecasts once a forecast by a model is on the board: what the
     * user waits for comes first.
     */
    private void evaluateOnceSeen(String model, BoardServer board, PipecastConfig config) {
        ScheduledExecutorService waiting =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "start of job evaluate");
                            thread.setDaemon(true);
                            return thread;
                        });
        keep(waiting::shutdownNow);
        waiting.scheduleWithFixedDelay(
                () -> {
                    if (board.showsModel(model)) {
                        waiting.shutdown();
                        evaluate(config);
                    }
                },
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void evaluate(PipecastConfig config) {
        try {
            keep(LocalFlink.start(config, EnumSet.of(LocalFlink.Job.EVALUATE)));
        } catch (Exception e) {
            LOG.warn("job evaluate does not run: models go unjudged", e);
        }
    }

    /** The configuration as a file, for commands beside the demo; it goes with the broker. */
    private static String written(EmbeddedKafka broker, PipecastConfig config, String yaml)
            throws IOException {
        Path file = Files.writeString(broker.directory().resolve("pipecast.yaml"), yaml);
        return file + " --bootstrap-servers " + config.kafka().bootstrapServers();
    }

    private static String guide() {
        return """
                what to look at first
                  1. the headline: where the quarter lands, how sure that is, and what stage-weighted and the reps' commit say
                  2. within a minute a large committed deal is pushed past the quarter: watch the headline, then open the deal
                  3. the alerts page: that deal was called stalled days before, with its evidence
                  4. about three minutes in, a region's feed goes quiet: alerts about its deals are held back
                Ctrl-C ends it""";
    }

    private static String guideToOwn() {
        return """
                what to look at first
                  1. the headline: where the period lands, how sure that is, and how far off each answer was before
                  2. a deal: its chance, what speaks for it and against it, and what moved it since last week
                  3. the alerts page: which deals need somebody, with the evidence
                your events go on from here as they did; Ctrl-C ends it""";
    }

    /**
     * The company's configuration on the embedded broker: two partitions for two tasks, state in
     * the broker's directory.
     */
    private static PipecastConfig onto(
            EmbeddedKafka broker, PipecastConfig company, DemoPlan plan) {
        KafkaSettings k = company.kafka();
        KafkaSettings kafka =
                new KafkaSettings(
                        broker.bootstrapServers(),
                        2,
                        1,
                        k.topicPrefix(),
                        k.properties(),
                        k.consumer(),
                        k.producer());
        FlinkSettings f = company.flink();
        FlinkSettings flink =
                new FlinkSettings(
                        2,
                        f.checkpointInterval(),
                        broker.directory().resolve("checkpoints").toString(),
                        f.stateBackend(),
                        f.delivery(),
                        f.flushInterval(),
                        plan.metricsPort() > 0 ? plan.metricsPort() : f.metricsPort());
        return new PipecastConfig(
                company.pipeline(), kafka, flink, company.board(), company.yaml());
    }

    private BoardServer board(DemoPlan plan, PipecastConfig config) {
        BoardOptions options = BoardOptions.of(config).onPort(plan.port());
        if (options.access().users().isEmpty()) {
            // the demo is for whoever works on this machine
            options = options.seenBy(options.access().open());
        }
        if (plan.alertmanager() != null) {
            options = options.delivering(options.alertmanager().at(plan.alertmanager()));
        }
        try {
            return BoardServer.start(options, config.kafka());
        } catch (BoardException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            if (socket.getLocalPort() < 0) {
                throw new UserError("--port must be free, but " + port + " cannot be bound");
            }
        } catch (IOException e) {
            throw new UserError("--port must be free, but " + port + " is taken", e);
        }
    }

    private <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            if (!closed) {
                running.push(started);
                return started;
            }
        }
        closeOne(started);
        return started;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        synchronized (running) {
            if (closed) {
                return;
            }
            closed = true;
            while (!running.isEmpty()) {
                closeOne(running.pop());
            }
        }
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("pipecast: while ending: " + e.getMessage());
        }
    }
}
