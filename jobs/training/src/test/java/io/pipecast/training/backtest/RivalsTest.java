package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.OFFER;
import static io.pipecast.training.MadeLog.TALK;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.training.MadeLog;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RivalsTest {
    /** Two won, one of them from Talk; one lost in Talk, two in Offer; one still open. */
    private static MadeLog log() {
        return new MadeLog()
                .create("a", at(0.5), "ann", 100)
                .move("a", at(3.5), "Offer")
                .move("a", at(9.5), "Won")
                .create("b", at(0.5), "ann", 100)
                .move("b", at(5.5), "Won")
                .create("c", at(0.5), "ann", 100)
                .move("c", at(5.5), "Lost")
                .create("d", at(0.5), "bob", 100)
                .move("d", at(3.5), "Offer")
                .move("d", at(8.5), "Lost")
                .create("e", at(0.5), "bob", 100)
                .move("e", at(3.5), "Offer")
                .move("e", at(30.5), "Lost")
                .create("o", at(0.5), "bob", 100);
    }

    @Test
    void odooCountsAWonDealForEveryStageAndALostOneUpToItsOwn() {
        MadeSnapshots made =
                new MadeSnapshots(log(), Map.of())
                        .see("o", 20, TALK, 5, 0.5)
                        .see("o", 20, OFFER, 5, 0.5);
        IntToDoubleFunction score = OdooScore.of(made.known(20));
        // known at day 20: won a and b; lost c in Talk, d in Offer; e is lost later
        assertThat(score.applyAsDouble(0)).isCloseTo(2.1 / (2.1 + 2.1), within(1e-12));
        assertThat(score.applyAsDouble(1)).isCloseTo(0.6563, within(1e-12)); // 2.1 ÷ 3.2, rounded
    }

    @Test
    void odooScoresATeamByItsOwnAndAnUnknownOneByAll() {
        MadeSnapshots made =
                new MadeSnapshots(log(), Map.of("a", "north", "b", "north", "c", "south"))
                        .see("o", 20, TALK, 5, 0.5, "north")
                        .see("o", 20, TALK, 5, 0.5, "west")
                        .see("o", 20, OFFER, 5, 0.5, "south");
        IntToDoubleFunction score = OdooScore.of(made.known(20));
        assertThat(score.applyAsDouble(0)).isCloseTo(0.9545, within(1e-12)); // 2.1 ÷ 2.2
        // each of the three teams' counts starts at 0.1: 2.3 won, 2.3 lost
        assertThat(score.applyAsDouble(1)).isCloseTo(0.5, within(1e-12));
        // the south has never seen Offer: its own 0.1 won and 1.1 lost decide
        assertThat(score.applyAsDouble(2)).isCloseTo(0.0833, within(1e-12));
    }

    @Test
    void stageWinRateKnowsClosedDealsOfTheCutAlone() {
        MadeSnapshots made = new MadeSnapshots(log(), Map.of()).see("o", 40, OFFER, 5, 0.5);
        assertThat(FinalRates.of(made.known(20)).applyAsDouble(0))
                .isCloseTo((1 + 1) / (2 + 2.0), within(1e-12));
        assertThat(FinalRates.of(made.known(40)).applyAsDouble(0))
                .isCloseTo((1 + 1) / (3 + 2.0), within(1e-12));
    }

    @Test
    void baseRatesCountRowsWhoseHorizonHadEndedAtTheCut() {
        MadeSnapshots made =
                new MadeSnapshots(log(), Map.of())
                        .see("a", 1, TALK, 0.5, 0.5)
                        .see("c", 1, TALK, 0.5, 0.5)
                        .see("a", 8, OFFER, 5, 0.5)
                        .see("o", 30, TALK, 0.5, 0.5);
        // at day 20 the rows of day 1 are known, that of day 8 is not: its 14 days end at day 22
        assertThat(CellRates.base(made.known(20)).applyAsDouble(3)).isEqualTo(0.5);
        assertThat(CellRates.base(made.known(22)).applyAsDouble(3))
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(CellRates.base(made.known(14)).applyAsDouble(3)).isEqualTo(0.5);
    }

    @Test
    void timeInStageDividesAStageAndIsDrawnToIt() {
        MadeSnapshots made = new MadeSnapshots(log(), Map.of());
        for (int i = 0; i < 20; i++) {
            made.see("b", 1, TALK, 0.5, 0.5).see("c", 1, TALK, 3, 0.5);
        }
        made.see("o", 30, TALK, 0.9, 0.5).see("o", 30, TALK, 3.9, 0.5).see("o", 30, TALK, 99, 0.5);
        IntToDoubleFunction rate = CellRates.stageTime(made.known(20));
        // b was won within 14 days and c was not: half of all; 20 rows of each cell
        assertThat(rate.applyAsDouble(40)).isCloseTo((20 + 20 * 0.5) / 40, within(1e-12));
        assertThat(rate.applyAsDouble(41)).isCloseTo((0 + 20 * 0.5) / 40, within(1e-12));
        assertThat(rate.applyAsDouble(42)).isCloseTo(0.5, within(1e-12));
    }
}
