package io.pipecast.app;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.DealJudge;
import io.pipecast.training.backtest.SnapshotJudge;
import io.pipecast.training.backtest.SnapshotJudge.Judgement;
import io.pipecast.training.backtest.Target;
import io.pipecast.training.report.BacktestLines;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast judge}: how good the probabilities of a replay were, by what happened later. */
@Command(
        name = "judge",
        description = "Judges the snapshots of a replay by what happened later, beside its rivals.",
        mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
    private static final int DRAWS = 200;

    @Spec private CommandSpec spec;

    @Option(
            names = "--snapshots",
            required = true,
            paramLabel = "FILE",
            description = "snapshots.jsonl of a replay.")
    private Path snapshots;

    @Mixin private CompanyLog history;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            description = "First instant judged; the rivals know nothing later.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "INSTANT",
            description = "First instant no longer judged.")
    private String to;

    @Option(
            names = "--known",
            paramLabel = "INSTANT",
            description = "Outcomes are known up to here; by default up to the last event.")
    private String known;

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "STAGE",
            description = "Only deals in these stages; all by default.")
    private Set<String> stages = Set.of();

    @Option(
            names = "--within",
            defaultValue = "14",
            paramLabel = "DAYS",
            description = "Horizon: 14, 30, 60 or 90 days (default ${DEFAULT-VALUE}).")
    private int within;

    @Override
    public Integer call() {
        PipelineSettings settings =
                history.load(new Configs.InputFile("--snapshots", snapshots)).pipeline();
        Judgement judgement = judge(settings, new Target(horizon()));
        if (judgement.verdict().rows() == 0) {
            throw new UserError(
                    "--snapshots must hold rows the options ask for, held none: " + snapshots);
        }
        PrintWriter stdout = spec.commandLine().getOut();
        BacktestLines.of(judgement.verdict()).forEach(stdout::println);
        if (judgement.closed() > 0) {
            stdout.println(judgement.closed() + " snapshots of deals that were not open");
        }
        return judgement.closed() == 0 ? 0 : 1;
    }

    private Horizon horizon() {
        return Arrays.stream(Horizon.values())
                .filter(horizon -> horizon.days > 0 && horizon.days == within)
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserError(
                                        "--within must be one of 14, 30, 60 and 90 days, was "
                                                + within));
    }

    private Judgement judge(PipelineSettings settings, Target target) {
        DayClock days = settings.calendar().days();
        DealLog log = new DealLog(settings);
        try {
            LogFile.read(history.events, log, settings);
            DealJudge.Question question =
                    new DealJudge.Question(
                            Instants.parse("--from", from, days),
                            Instants.parse("--to", to, days),
                            known == null ? log.lastTime() : Instants.parse("--known", known, days),
                            stages,
                            DRAWS,
                            1);
            return SnapshotJudge.judge(snapshots, log, settings, target, question);
        } catch (IOException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
