package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelHealth.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedTogetherTest {
    private static final double NONE = Double.NaN;

    private static ModelHealth row(int asOf, double brier, double drift, Bin... bins) {
        long judged = List.of(bins).stream().mapToLong(Bin::judged).sum();
        long won = List.of(bins).stream().mapToLong(Bin::won).sum();
        return new ModelHealth(
                "m" + asOf,
                false,
                "within30d",
                5,
                asOf,
                asOf - 90,
                judged,
                won,
                judged,
                brier,
                NONE,
                NONE,
                NONE,
                drift,
                NONE,
                NONE,
                NONE,
                NONE,
                List.of(bins));
    }

    @Test
    void addsWhatWasJudgedOfModelsOneAfterTheOther() {
        ModelHealth all =
                JudgedTogether.of(
                        List.of(
                                row(100, 0.2, 0.1, new Bin(0, 0.1, 30, 3, 0.05, 30)),
                                row(
                                        130,
                                        0.1,
                                        NONE,
                                        new Bin(0, 0.1, 10, 0, 0.01, 10),
                                        new Bin(0.5, 0.6, 20, 14, 0.55, 20))));

        assertThat(all.judged()).isEqualTo(60);
        assertThat(all.won()).isEqualTo(17);
        assertThat(all.asOf()).isEqualTo(130);
        assertThat(all.brier()).isCloseTo(0.15, within(1e-12));
        assertThat(all.drift()).isEqualTo(0.1);
        assertThat(all.bins())
                .containsExactly(
                        new Bin(0, 0.1, 40, 3, 0.04, 40), new Bin(0.5, 0.6, 20, 14, 0.55, 20));
        // |3 − 1.6| + |14 − 11| of 60
        assertThat(all.calibrationError()).isCloseTo(4.4 / 60, within(1e-12));
        // 14 × (37 lost below + 6 ÷ 2) + 3 × 37 ÷ 2, of 17 × 43 pairs
        assertThat(all.auc()).isCloseTo((14 * 40 + 3 * 18.5) / (17 * 43), within(1e-12));
    }

    @Test
    void leavesOutModelsOfLongAgo() {
        ModelHealth all =
                JudgedTogether.of(
                        List.of(
                                row(100, 0.2, 0.1, new Bin(0, 0.1, 30, 3, 0.05, 30)),
                                row(191, 0.1, NONE, new Bin(0, 0.1, 10, 0, 0.01, 10))));

        assertThat(all.judged()).isEqualTo(10);
        assertThat(all.drift()).isNaN();
    }
}
