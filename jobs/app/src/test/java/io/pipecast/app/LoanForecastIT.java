package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.testkit.RealData;
import io.pipecast.training.backtest.SnapshotFile;
import io.pipecast.training.backtest.SnapshotJudge;
import io.pipecast.training.backtest.SnapshotJudge.Verdict;
import io.pipecast.training.report.JudgeReport;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import io.pipecast.training.rows.RowBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real log: import, train on the past, replay, judge by the future. Prints what it finds. */
class LoanForecastIT {
    private static final Path EXAMPLE =
            RealData.projectRoot().resolve("deploy/config/examples/loan-applications");
    private static final Set<String> REACHED_QUALIFIED =
            Set.of(
                    "Qualified",
                    "Accepted",
                    "ProposalReady",
                    "ProposalSent",
                    "ProposalReturned",
                    "ProposalWithdrawn");

    @Test
    void beatsTheStageRatesOnFourteenLaterDays(@TempDir Path work) throws IOException {
        Path config = EXAMPLE.resolve("pipecast.yaml");
        Path events = work.resolve("events.jsonl");
        Path log = RealData.file("loan-applications/events.jsonl.gz");
        run("import", "jsonl", log, "--mapping", EXAMPLE.resolve("mapping.yaml"), "--out", events);

        Verdict verdict =
                judge(
                        events,
                        PipecastConfig.load(config).pipeline(),
                        trainedReplay(events, config, work));
        JudgeReport.lines(verdict).forEach(System.out::println);
        assertThat(verdict.closed()).isZero();
        assertThat(verdict.unscored()).isZero();
        assertThat(verdict.model().auc()).isGreaterThan(verdict.rateWithin().auc() + 0.03);
        assertThat(verdict.model().brier()).isLessThan(verdict.rateWithin().brier());
        assertThat(verdict.rateWithin().brier()).isLessThan(verdict.finalRate().brier());
        assertThat(verdict.model().auc()).isGreaterThan(verdict.finalRate().auc());
        assertThat(verdict.model().ece()).isLessThan(0.04);
    }

    /** Snapshots of a replay with the model that was trained on the past. */
    private static Path trainedReplay(Path events, Path config, Path work) {
        Path model = work.resolve("model.avro");
        run(
                "train",
                "--events",
                events,
                "--config",
                config,
                "--until",
                "2011-12-19",
                "--out",
                model);
        run(
                "replay",
                "--events",
                events,
                "--config",
                config,
                "--model",
                model,
                "--until",
                "2012-01-02",
                "--snapshot-every",
                "P1D",
                "--out",
                work.resolve("replay"));
        return work.resolve("replay/snapshots.jsonl");
    }

    private static Verdict judge(Path events, PipelineSettings settings, Path snapshots)
            throws IOException {
        DealLog log = new DealLog(settings);
        LogFile.read(events, log, settings);
        SnapshotJudge.Question question =
                new SnapshotJudge.Question(
                        at("2011-12-19T00:00:00Z"),
                        at("2012-01-02T00:00:00Z"),
                        at("2012-01-15T00:00:00Z"),
                        14,
                        REACHED_QUALIFIED);
        return new SnapshotJudge(RowBuilder.build(log, settings), settings)
                .judge(SnapshotFile.read(snapshots, "within14d"), question);
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static void run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        assertThat(Pipecast.commandLine().execute(texts)).as(String.join(" ", texts)).isZero();
    }
}
