package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.testkit.RealData;
import io.pipecast.training.backtest.DealJudge;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.backtest.SnapshotJudge;
import io.pipecast.training.backtest.SnapshotJudge.Judgement;
import io.pipecast.training.backtest.Target;
import io.pipecast.training.report.BacktestLines;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real log: import, train on the past, replay, judge by the future. Prints what it finds. */
class LoanForecastIT {
    private static final ObjectMapper JSON = new ObjectMapper();
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

        Judgement judgement =
                judge(
                        events,
                        PipecastConfig.load(config).pipeline(),
                        trainedReplay(events, config, work));
        explainsEveryOpenDeal(work.resolve("replay/deal-forecasts.jsonl"), 500);
        explainsEveryOpenDeal(work.resolve("replay/snapshots.jsonl"), 10_000);
        DealVerdict verdict = judgement.verdict();
        BacktestLines.of(verdict).forEach(System.out::println);
        ProbabilityScores model = verdict.score(DealVerdict.MODEL).scores();
        ProbabilityScores rateWithin = verdict.score("stageRate").scores();
        ProbabilityScores finalRate = verdict.score("stageFinal").scores();
        assertThat(judgement.closed()).isZero();
        assertThat(verdict.unscored()).isZero();
        assertThat(model.auc()).isGreaterThan(rateWithin.auc() + 0.03);
        assertThat(model.brier()).isLessThan(rateWithin.brier());
        assertThat(rateWithin.brier()).isLessThan(finalRate.brier());
        assertThat(model.auc()).isGreaterThan(finalRate.auc());
        assertThat(model.ece()).isLessThan(0.04);
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
                "--explain",
                "--out",
                work.resolve("replay"));
        return work.resolve("replay/snapshots.jsonl");
    }

    /** The reasons of each line that tells any sum to its chance, which a usual one has some of. */
    private static void explainsEveryOpenDeal(Path rows, int least) throws IOException {
        int explained = 0;
        int listed = 0;
        try (BufferedReader lines = Files.newBufferedReader(rows)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                JsonNode why = row.path("why");
                if (!row.path("outcome").asText("OPEN").equals("OPEN")) {
                    assertThat(why.isMissingNode()).isTrue();
                    continue;
                }
                double sum = why.path("norm").asDouble() + why.path("rest").asDouble();
                for (JsonNode reason : why.path("reasons")) {
                    sum += reason.path("weight").asDouble();
                    listed++;
                }
                double chance = row.path("probabilities").path("ever").asDouble();
                assertThat(1 / (1 + Math.exp(-sum))).as(line).isCloseTo(chance, within(2e-6));
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(least);
        assertThat(listed).isGreaterThan(3 * explained);
    }

    private static Judgement judge(Path events, PipelineSettings settings, Path snapshots)
            throws IOException {
        DealLog log = new DealLog(settings);
        LogFile.read(events, log, settings);
        DealJudge.Question question =
                new DealJudge.Question(
                        at("2011-12-19T00:00:00Z"),
                        at("2012-01-02T00:00:00Z"),
                        at("2012-01-15T00:00:00Z"),
                        REACHED_QUALIFIED,
                        200,
                        1);
        Target target = new Target(Horizon.WITHIN_14_DAYS);
        return SnapshotJudge.judge(snapshots, log, settings, target, question);
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
