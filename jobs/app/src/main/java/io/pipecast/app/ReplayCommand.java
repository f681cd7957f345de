package io.pipecast.app;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pipecast replay}: the production job over a file, deterministic and without Kafka. */
@Command(
        name = "replay",
        description =
                "Runs the production job over a file of events and writes what it would have said.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin private CompanyLog history;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the results; made if needed.")
    private Path out;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model to forecast with, for all of history; stage probabilities otherwise.")
    private Path model;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Last instant read: ISO instant, or a date (its midnight).")
    private String until;

    @Option(
            names = "--snapshot-every",
            paramLabel = "PERIOD",
            description = "Also write snapshots.jsonl at fiscal midnights, such as P1D or P7D.")
    private String snapshotEvery;

    @Option(
            names = "--explain",
            description = "Also say in each line of snapshots.jsonl what its chance is made of.")
    private boolean explain;

    @Option(
            names = "--parallelism",
            defaultValue = "2",
            paramLabel = "N",
            description = "Parallel tasks; results do not depend on it (default ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--judge-alerts",
            description =
                    "Also judge the alerts by what became of their deals: per rule how often the"
                            + " deal was then lost or pushed out of its period within 30 days,"
                            + " against days without an alert, beside a flat 14-day rule with as"
                            + " many alerts.")
    private boolean judgeAlerts;

    @Option(
            names = "--judge-from",
            paramLabel = "INSTANT",
            description =
                    "First instant alerts are judged from; by default what the model was trained"
                            + " until, or the first event.")
    private String judgeFrom;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description =
                    "Another pipecast.yaml: replays the log with its alert rules too, and judges"
                            + " the alerts of both. Implies --judge-alerts.")
    private Path compare;

    @Override
    public Integer call() throws Exception {
        PipecastConfig settings =
                history.load(
                        new Configs.InputFile("--model", model),
                        new Configs.InputFile("--compare", compare));
        JobPlan plan = JobPlan.replay(settings.yaml(), days());
        if (explain) {
            plan.withExplainedSnapshots();
        }
        if (model != null) {
            plan.withModel(Models.read("--model", model, settings.pipeline()));
        }
        long last =
                until == null
                        ? Long.MAX_VALUE
                        : Instants.parse("--until", until, settings.pipeline().calendar().days());
        if (parallelism < 1 || parallelism > 128) {
            throw new UserError("--parallelism must be between 1 and 128, was " + parallelism);
        }
        PipecastConfig other = compare == null ? null : other(settings);
        makeDirectory();
        JobExecutionResult result = ReplayJob.run(history.events, plan, last, parallelism, out);
        ReplaySummary summary = new ReplaySummary(out, result, settings.pipeline());
        List<String> tables = new ArrayList<>();
        if (judgeAlerts || other != null) {
            judge(settings, other, last, summary, tables);
        }
        System.out.println(summary.write());
        tables.forEach(System.out::println);
        return 0;
    }

    /** The configuration to compare with: the same company but for its alerts. */
    private PipecastConfig other(PipecastConfig settings) {
        PipecastConfig other = Configs.load(compare);
        boolean same =
                other.pipeline().currency().equals(settings.pipeline().currency())
                        && other.pipeline()
                                .stages()
                                .all()
                                .equals(settings.pipeline().stages().all());
        if (!same) {
            throw new UserError(
                    "--compare must have the currency and stages of --config, had others: "
                            + compare);
        }
        return other;
    }

    private void judge(
            PipecastConfig settings,
            PipecastConfig other,
            long last,
            ReplaySummary summary,
            List<String> tables)
            throws Exception {
        AlertQuality quality = AlertQuality.of(history.events, settings.pipeline(), last);
        long from = quality.from(judgeFrom, model);
        summary.alerts("policy", quality.judge(out.resolve("alerts.jsonl"), from));
        tables.addAll(quality.table(history.config.toString()));
        if (other != null) {
            JobPlan plan = JobPlan.replay(other.yaml(), 0);
            if (model != null) {
                plan.withModel(Models.read("--model", model, other.pipeline()));
            }
            Path directory = Files.createDirectories(out.resolve("compare"));
            ReplayJob.alerts(history.events, plan, last, parallelism, directory);
            summary.alerts("compared", quality.judge(directory.resolve("alerts.jsonl"), from));
            tables.addAll(quality.table(compare.toString()));
        }
    }

    private void makeDirectory() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new UserError("--out must be a directory that can be made, was " + out);
        }
    }

    private int days() {
        return snapshotEvery == null ? 0 : Instants.days("--snapshot-every", snapshotEvery);
    }
}
