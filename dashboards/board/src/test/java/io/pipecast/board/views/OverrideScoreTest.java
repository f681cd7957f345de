package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleOverrides;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.deal.Outcome;
import org.junit.jupiter.api.Test;

class OverrideScoreTest {
    private static final long SET = SampleBoard.NOW - 30L * 86_400_000;
    private static final long END = SampleBoard.NOW - 3L * 86_400_000;

    private final Views views = new Views(SampleBoard.settings(), () -> 0, Changes.NONE);
    private int said;

    private void set(String deal, long chance, long modelChance) {
        set(deal, chance, modelChance, SET + said);
    }

    private void set(String deal, long chance, long modelChance, long at) {
        SampleOverrides.set(
                views,
                new DealOverride(
                        "v" + said++,
                        deal,
                        "2026-Q3",
                        END,
                        chance,
                        modelChance,
                        "m",
                        null,
                        at,
                        "anna"));
    }

    private OverrideScore score(long clock) {
        return OverrideScore.of(views.overrides().standing(), views, clock);
    }

    @Test
    void whatCountsIsBeingWonBeforeThePeriodEnds() {
        views.deal(Rows.ended("won", 1, Outcome.WON, END - 1));
        views.deal(Rows.ended("late", 1, Outcome.WON, END));
        views.deal(Rows.ended("lost", 1, Outcome.LOST, END - 5));
        set("won", 900_000, 600_000);
        set("late", 800_000, 300_000);
        set("lost", 500_000, DealOverride.NONE);
        set("removed", 500_000, 100_000);

        OverrideScore score = score(END - 10);

        assertThat(score.judged()).isEqualTo(3);
        assertThat(score.won()).isEqualTo(1);
        assertThat(score.meanChance()).isCloseTo((0.9 + 0.8 + 0.5) / 3, within(1e-12));
        assertThat(score.brier()).isCloseTo((0.01 + 0.64 + 0.25) / 3, within(1e-12));
        assertThat(score.besideModel()).isEqualTo(2);
        assertThat(score.ownBeside()).isCloseTo((0.01 + 0.64) / 2, within(1e-12));
        assertThat(score.modelBeside()).isCloseTo((0.16 + 0.09) / 2, within(1e-12));
    }

    @Test
    void anOpenDealIsJudgedWhenThePeriodHasEnded() {
        views.deal(Rows.deal("open", 1, 5_000_000));
        set("open", 400_000, 200_000);

        assertThat(score(END - 1).judged()).isZero();
        assertThat(score(END - 1).brier()).isNaN();
        assertThat(score(END).brier()).isCloseTo(0.16, within(1e-12));
    }

    @Test
    void theLastStatementStandsInWhateverOrderTheyAreRead() {
        set("d", 300_000, 0, SET + 20);
        set("d", 700_000, 0, SET + 10);

        assertThat(views.overrides().standing("d", "2026-Q3").chance()).isEqualTo(300_000);
        assertThat(views.overrides().standing("d", "2026-Q4")).isNull();

        set("d", DealOverride.NONE, 0, SET + 30);

        assertThat(views.overrides().standing("d", "2026-Q3")).isNull();
        assertThat(views.overrides().standing()).isEmpty();
    }
}
