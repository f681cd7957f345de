package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.domain.forecast.Horizon;
import io.pipecast.training.MadeLog;
import io.pipecast.training.backtest.SnapshotJudge.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotJudgeTest {
    private static final DealJudge.Question QUESTION =
            new DealJudge.Question(at(30), at(40), at(60), Set.of(), 20, 1);

    @TempDir private Path work;

    private Judgement judge(String... lines) throws IOException {
        MadeLog log =
                new MadeLog()
                        .create("w", at(0.5), "ann", 100)
                        .create("o", at(0.5), "ann", 100)
                        .move("w", at(35.5), "Won");
        Path file = Files.write(work.resolve("snapshots.jsonl"), java.util.List.of(lines));
        Target target = new Target(Horizon.WITHIN_14_DAYS);
        return SnapshotJudge.judge(file, log.log(at(100)), SETTINGS, target, QUESTION);
    }

    private static String line(String day, String deal, String probabilities) {
        return "{\"asOf\":\""
                + day
                + "T00:00:00.000Z\",\"opportunityId\":\""
                + deal
                + "\",\"stage\":\"Talk\",\"amount\":1,\"probabilities\":{"
                + probabilities
                + "},\"modelVersion\":\"m\"}";
    }

    @Test
    void judgesTheSnapshotsOfAFile() throws IOException {
        Judgement judgement =
                judge(
                        line("2024-07-31", "w", "\"within14d\":0.75,\"ever\":0.9"),
                        line("2024-07-31", "o", "\"within14d\":0.25"),
                        line("2024-08-01", "o", "\"within14d\":null"));
        assertThat(judgement.verdict().rows()).isEqualTo(2);
        assertThat(judgement.verdict().unscored()).isEqualTo(1);
        assertThat(judgement.verdict().score(DealVerdict.MODEL).scores().brier()).isEqualTo(0.0625);
        assertThat(judgement.closed()).isZero();
    }

    @Test
    void aDealThatWasNotOpenIsToldApart() throws IOException {
        assertThat(judge(line("2024-08-06", "w", "\"within14d\":0.5")).closed()).isEqualTo(1);
    }

    @Test
    void namesALineThatIsNoSnapshot() {
        assertThatThrownBy(() -> judge(line("2024-07-31", "w", ""), "{\"stage\":3}"))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 of " + work.resolve("snapshots.jsonl") + " is no snapshot");
    }
}
