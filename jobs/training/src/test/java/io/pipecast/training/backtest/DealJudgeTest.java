package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.START;
import static io.pipecast.training.MadeLog.TALK;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.forecast.Horizon;
import io.pipecast.training.MadeLog;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DealJudgeTest {
    private static final int FIRST = (int) START.toEpochDay();
    private static final Target FORTNIGHT = new Target(Horizon.WITHIN_14_DAYS);

    private final MadeSnapshots made =
            new MadeSnapshots(
                    new MadeLog()
                            .create("w", at(0.5), "ann", 100)
                            .create("l", at(0.5), "ann", 100)
                            .create("o", at(0.5), "ann", 100)
                            .move("w", at(35.5), "Won")
                            .move("l", at(50.5), "Won"),
                    Map.of());

    private DealJudge judge(int from, int to, int known, String... stages) {
        Cuts cuts = Cuts.of(SETTINGS.calendar(), FIRST + 30, FIRST + 40, 7);
        DealJudge.Question question =
                new DealJudge.Question(at(from), at(to), at(known), Set.of(stages), 50, 1);
        return new DealJudge(SETTINGS, made.snapshots, made.outcomes, cuts, question);
    }

    @Test
    void judgesByWhatHappenedWithinTheHorizon() {
        made.see("w", 30, TALK, 20, 0.9).see("l", 30, TALK, 20, 0.2).see("o", 30, TALK, 20, 0.1);
        DealVerdict verdict = judge(30, 40, 60).judge(FORTNIGHT);
        assertThat(verdict.rows()).isEqualTo(3);
        assertThat(verdict.deals()).isEqualTo(3);
        assertThat(verdict.base()).isCloseTo(1 / 3.0, within(1e-12));
        ProbabilityScores model = verdict.score(DealVerdict.MODEL).scores();
        assertThat(model.auc()).isEqualTo(1);
        assertThat(model.brier()).isCloseTo((0.01 + 0.04 + 0.01) / 3, within(1e-12));
        double base = verdict.score(Rival.BASE_RATE).scores().brier();
        assertThat(verdict.score(DealVerdict.MODEL).skill())
                .isCloseTo(1 - model.brier() / base, within(1e-12));
        assertThat(verdict.score("odoo").lead().brierRatio())
                .isCloseTo(model.brier() / verdict.score("odoo").scores().brier(), within(1e-12));
    }

    @Test
    void leavesOutWhatIsNotAskedAndCountsWhatIsNotDecidedOrScored() {
        made.see("w", 29, TALK, 20, 0.9)
                .see("w", 30, TALK, 20, 0.9)
                .see("l", 31, TALK, 20, Double.NaN)
                .see("o", 40, TALK, 20, 0.1);
        assertThat(judge(30, 40, 60, "Offer").judge(FORTNIGHT).rows()).isZero();
        DealVerdict early = judge(30, 40, 43).judge(FORTNIGHT);
        assertThat(early.rows()).isZero();
        assertThat(early.undecided()).isEqualTo(1);
        assertThat(early.unscored()).isEqualTo(1);
        assertThat(judge(30, 40, 44).judge(FORTNIGHT).rows()).isEqualTo(1);
    }

    @Test
    void atCreationEachDealIsJudgedByItsFirstSnapshotAlone() {
        made.see("w", 29, TALK, 20, 0.9).see("w", 30, TALK, 20, 0.8);
        made.see("l", 30, TALK, 20, 0.3).see("l", 31, TALK, 20, 0.4);
        Cuts cuts = Cuts.of(SETTINGS.calendar(), FIRST + 30, FIRST + 40, 7);
        DealJudge.Question question =
                new DealJudge.Question(at(30), at(40), at(60), Set.of(), 50, 1, true);
        DealVerdict verdict =
                new DealJudge(SETTINGS, made.snapshots, made.outcomes, cuts, question)
                        .judge(FORTNIGHT);
        assertThat(verdict.rows()).isEqualTo(1);
        assertThat(verdict.score(DealVerdict.MODEL).scores().brier())
                .isCloseTo(0.09, within(1e-12));
    }

    @Test
    void winningInTheEndIsDecidedByClosingAlone() {
        made.see("w", 30, TALK, 20, 0.9).see("l", 30, TALK, 20, 0.2).see("o", 30, TALK, 20, 0.1);
        DealVerdict verdict = judge(30, 40, 45).judge(new Target(Horizon.EVER));
        assertThat(verdict.rows()).isEqualTo(1);
        assertThat(verdict.undecided()).isEqualTo(2);
    }

    @Test
    void eachForecastIsHeldAgainstTheModelOfItsTime() {
        made.see("w", 30, TALK, 20, 0.9).see("l", 37, TALK, 20, 0.2).see("o", 39, TALK, 20, 0.1);
        DealVerdict verdict = judge(30, 40, 60).judge(FORTNIGHT);
        assertThat(verdict.cuts())
                .extracting(DealVerdict.CutVerdict::day)
                .containsExactly(FIRST + 30, FIRST + 37);
        assertThat(verdict.cuts()).extracting(DealVerdict.CutVerdict::rows).containsExactly(1, 2);
    }

    @Test
    void aDealThatWasNotOpenIsNoSnapshot() {
        made.see("w", 36, TALK, 20, 0.9);
        assertThat(made.snapshots.size()).isZero();
        assertThat(made.snapshots.closed()).isEqualTo(1);
    }
}
