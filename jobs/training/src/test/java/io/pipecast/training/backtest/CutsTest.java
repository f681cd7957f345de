package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.START;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.Horizon;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final int FIRST = (int) START.toEpochDay();

    @Test
    void areInStepsAndAtPeriodStarts() {
        // the quarter is 92 days long
        Cuts cuts = Cuts.of(SETTINGS.calendar(), FIRST + 30, FIRST + 120, 28);
        LongStream instants = IntStream.range(0, cuts.size()).mapToLong(cuts::instant);
        assertThat(instants.toArray()).containsExactly(at(30), at(58), at(86), at(92), at(114));
    }

    @Test
    void theLastOneAtOrBeforeAnInstantIsInForce() {
        Cuts cuts = Cuts.of(SETTINGS.calendar(), FIRST + 30, FIRST + 60, 7);
        assertThat(cuts.at(at(29.9))).isEqualTo(-1);
        assertThat(cuts.at(at(30))).isZero();
        assertThat(cuts.at(at(36.9))).isZero();
        assertThat(cuts.at(at(37))).isEqualTo(1);
        assertThat(cuts.at(at(500))).isEqualTo(cuts.size() - 1);
    }

    @Test
    void horizonsEndAtLocalMidnights() {
        assertThat(new Target(Horizon.WITHIN_14_DAYS).end(SETTINGS.calendar(), FIRST + 3))
                .isEqualTo(at(17));
        assertThat(new Target(Horizon.CURRENT_PERIOD).end(SETTINGS.calendar(), FIRST + 3))
                .isEqualTo(at(92));
        assertThat(new Target(Horizon.EVER).end(SETTINGS.calendar(), FIRST))
                .isEqualTo(Target.NEVER);
    }
}
