package io.pipecast.app;

import io.pipecast.app.backtest.Backtest;
import io.pipecast.app.backtest.BacktestOptions;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.Target;
import io.pipecast.training.fit.Effort;
import io.pipecast.training.report.BacktestJson;
import io.pipecast.training.report.BacktestLines;
import io.pipecast.training.report.BacktestPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast backtest}: how good the forecasts would have been, by the production job. */
@Command(
        name = "backtest",
        description =
                "Forecasts the past as it was known then, and judges that by what happened, beside "
                        + "what else a company has to go by.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    private static final long ANY_DAY = LocalDate.of(2020, 1, 1).toEpochDay();

    @Spec private CommandSpec spec;

    @Mixin private CompanyLog history;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description =
                    "First midnight judged; by default the first period start with 10 won and 10 "
                            + "lost deals before it, or the end of --model's training window.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "First midnight no longer judged; by default the end of the log.")
    private String to;

    @Option(
            names = "--every",
            paramLabel = "PERIOD",
            description =
                    "Train anew this often, and at every period start; by default P7D, or P28D for "
                            + "periods longer than five weeks.")
    private String every;

    @Option(
            names = "--effort",
            defaultValue = "linear",
            paramLabel = "EFFORT",
            description =
                    "Of each training, as train has it: hazards, linear or full (default "
                            + "${DEFAULT-VALUE}).")
    private Effort effort;

    @Option(
            names = "--snapshot-every",
            defaultValue = "P1D",
            paramLabel = "PERIOD",
            description = "Judge deals this often, from --from on (default ${DEFAULT-VALUE}).")
    private String snapshotEvery;

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "STAGE",
            description = "Judge only deals in these stages; all by default.")
    private Set<String> stages = Set.of();

    @Option(
            names = "--at-creation",
            description =
                    "Judge each deal once, at the first snapshot it is in: what is known of it when "
                            + "it is created.")
    private boolean atCreation;

    @Option(
            names = "--target",
            defaultValue = "currentPeriod",
            paramLabel = "TARGET",
            description =
                    "What is looked at first: within14d, within30d, currentPeriod or ever (default "
                            + "${DEFAULT-VALUE}).")
    private String target;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Judge this model on what came after its training, and train none.")
    private Path model;

    @Option(
            names = "--period-shift",
            paramLabel = "PERIOD",
            description = "Move the starts of fiscal periods by this much, such as P7D.")
    private String periodShift;

    @Option(
            names = "--draws",
            defaultValue = "200",
            paramLabel = "N",
            description = "Draws of deals behind the intervals (default ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides the draws (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--parallelism",
            defaultValue = "2",
            paramLabel = "N",
            description = "Parallel tasks; results do not depend on it (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(names = "--report", paramLabel = "FILE", description = "The report, one HTML page.")
    private Path report;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "The figures, as schemas/backtest.md describes them.")
    private Path json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep the replay's files here; made if needed.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        PipecastConfig settings = history.load();
        try (WorkDirectory work = WorkDirectory.of("--out", out)) {
            BacktestResult result = Backtest.run(options(work.path(), settings));
            write("--json", json, BacktestJson.text(result));
            write("--report", report, BacktestPage.of(result));
            PrintWriter stdout = spec.commandLine().getOut();
            BacktestLines.of(result).forEach(stdout::println);
            return 0;
        }
    }

    private BacktestOptions options(Path work, PipecastConfig settings) {
        PipecastConfig company = shifted(settings);
        DayClock days = company.pipeline().calendar().days();
        if (Target.of(target).isEmpty()) {
            String keys = Target.JUDGED.stream().map(Target::key).collect(Collectors.joining(", "));
            throw new UserError("--target must be one of " + keys + ", was " + target);
        }
        for (String stage : stages) {
            if (company.pipeline().stages().indexOf(stage) < 0) {
                throw new UserError("--stages must be configured stages, was " + stage);
            }
        }
        return new BacktestOptions(
                history.events,
                company,
                from == null ? null : Instants.parse("--from", from, days),
                to == null ? null : Instants.parse("--to", to, days),
                every == null ? null : Instants.days("--every", every),
                Instants.days("--snapshot-every", snapshotEvery),
                periodShift == null ? 0 : Instants.days("--period-shift", periodShift),
                stages,
                atCreation,
                target,
                model == null ? null : Models.read("--model", model, company.pipeline()),
                effort,
                within("--draws", draws, 10_000),
                seed,
                within("--parallelism", parallelism, 128),
                work);
    }

    private PipecastConfig shifted(PipecastConfig company) {
        if (periodShift == null) {
            return company;
        }
        if (company.pipeline().calendar().fiscal().kind() == PeriodKind.DATES) {
            throw new UserError("--period-shift cannot move periods given as a list of dates");
        }
        int start = company.pipeline().calendar().fiscal().at(ANY_DAY).startDay();
        int shift = Instants.days("--period-shift", periodShift);
        return company.withAnchor(LocalDate.ofEpochDay(start + shift));
    }

    private static int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UserError(option + " must be between 1 and " + most + ", was " + value);
        }
        return value;
    }

    private static void write(String option, Path file, String text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserError(option + " must be a file that can be written, was " + file, e);
        }
    }
}
