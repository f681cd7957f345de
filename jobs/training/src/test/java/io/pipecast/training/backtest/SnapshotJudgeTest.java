package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.DAY;
import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.training.MadeLog;
import io.pipecast.training.backtest.SnapshotFile.Snapshot;
import io.pipecast.training.backtest.SnapshotJudge.Question;
import io.pipecast.training.backtest.SnapshotJudge.Verdict;
import io.pipecast.training.rows.RowBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotJudgeTest {
    private static final Question FORTNIGHT = new Question(at(30), at(40), at(60), 14, Set.of());

    /**
     * Before day 30 one deal is won and one lost in Talk; after it w is won at once, l later, o
     * never.
     */
    private static final MadeLog LOG =
            new MadeLog()
                    .create("a", at(0.5), "ann", 100)
                    .move("a", at(3.5), "Won")
                    .create("b", at(0.5), "ann", 100)
                    .move("b", at(5.5), "Lost")
                    .create("w", at(29.5), "ann", 100)
                    .create("l", at(29.5), "ann", 100)
                    .create("o", at(29.5), "ann", 100)
                    .move("w", at(35.5), "Won")
                    .move("l", at(50.5), "Won");

    @Test
    void judgesByWhatHappenedWithinTheDays() {
        Verdict verdict =
                judge(
                        FORTNIGHT,
                        snapshot("w", 30, 0.9),
                        snapshot("l", 30, 0.2),
                        snapshot("o", 30, 0.1));
        assertThat(verdict.deals()).isEqualTo(3);
        assertThat(verdict.model().base()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(verdict.model().auc()).isEqualTo(1);
        assertThat(verdict.model().brier()).isCloseTo((0.01 + 0.04 + 0.01) / 3, within(1e-12));
    }

    @Test
    void knowsOnlyThePastForTheStageRates() {
        Verdict verdict = judge(FORTNIGHT, snapshot("w", 30, 0.9), snapshot("o", 30, 0.1));
        // ever in Talk and closed: one of two was won; open midnights up to 14 days before: three
        // of eight
        double finalRate = 2 / 4.0;
        double rateWithin = (3 + 1) / (8 + 2.0);
        assertThat(verdict.finalRate().brier()).isCloseTo(brier(finalRate), within(1e-12));
        assertThat(verdict.rateWithin().brier()).isCloseTo(brier(rateWithin), within(1e-12));
    }

    @Test
    void leavesOutWhatIsNotAskedOrNotYetKnown() {
        Question stage = new Question(at(30), at(40), at(60), 14, Set.of("Offer"));
        Question early = new Question(at(30), at(40), at(43), 14, Set.of());
        assertThat(judge(stage, snapshot("w", 30, 0.9)).model().rows()).isZero();
        assertThat(judge(early, snapshot("w", 30, 0.9)).model().rows()).isZero();
        assertThat(judge(FORTNIGHT, snapshot("w", 29, 0.9), snapshot("w", 40, 0.9)).model().rows())
                .isZero();
    }

    @Test
    void countsSnapshotsWithoutScoreAndOfClosedDeals() {
        Verdict verdict =
                judge(
                        FORTNIGHT,
                        snapshot("w", 31, Double.NaN),
                        snapshot("w", 36, 0.5),
                        snapshot("o", 31, 0.5));
        assertThat(verdict.unscored()).isEqualTo(1);
        assertThat(verdict.closed()).isEqualTo(1);
        assertThat(verdict.model().rows()).isEqualTo(1);
    }

    @Test
    void isSureOfADifferenceOnlyWhereDealsAgree() {
        int[] dealOf = new int[400];
        boolean[] came = new boolean[400];
        double[] good = new double[400];
        double[] bad = new double[400];
        for (int i = 0; i < 400; i++) {
            dealOf[i] = i / 10;
            came[i] = dealOf[i] % 2 == 0;
            good[i] = came[i] ? 0.8 : 0.2;
            bad[i] = 0.5;
        }
        DealBootstrap bootstrap = new DealBootstrap(dealOf, 40, came, good, bad);
        assertThat(bootstrap.interval(100, ProbabilityScores::brier).high()).isLessThan(-0.2);
        DealBootstrap same = new DealBootstrap(dealOf, 40, came, good, good);
        assertThat(same.interval(100, ProbabilityScores::auc))
                .isEqualTo(new DealBootstrap.Interval(0, 0));
    }

    @Test
    void readsSnapshotsOfAReplay(@TempDir Path work) throws IOException {
        Path file =
                Files.writeString(
                        work.resolve("snapshots.jsonl"),
                        "{\"asOf\":\"2024-07-31T00:00:00.000Z\",\"opportunityId\":\"w\",\"stage\":\"Talk\",\"amount\":1,"
                                + "\"probabilities\":{\"within14d\":0.25,\"ever\":null},\"modelVersion\":\"m\"}\n");
        assertThat(SnapshotFile.read(file, "within14d"))
                .containsExactly(new Snapshot(at(30), "w", "Talk", 0.25));
        assertThat(SnapshotFile.read(file, "ever").get(0).probability()).isNaN();
        Files.writeString(file, "{\"asOf\":3}\n");
        assertThatThrownBy(() -> SnapshotFile.read(file, "ever"))
                .hasMessage("line 1 of " + file + " is no snapshot");
    }

    private static double brier(double rate) {
        return ((1 - rate) * (1 - rate) + rate * rate) / 2;
    }

    private static Snapshot snapshot(String deal, int day, double probability) {
        return new Snapshot(at(0) + day * DAY, deal, "Talk", probability);
    }

    private static Verdict judge(Question question, Snapshot... snapshots) {
        return new SnapshotJudge(RowBuilder.build(LOG.log(at(100)), SETTINGS), SETTINGS)
                .judge(List.of(snapshots), question);
    }
}
