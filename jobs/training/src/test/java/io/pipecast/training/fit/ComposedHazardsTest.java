package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.training.MadeLog;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import org.junit.jupiter.api.Test;

class ComposedHazardsTest {
    private static final int STAGES = SETTINGS.stages().size();

    /** Business days in the stage from which on, in these tests, deals are won. */
    private static final double RIPE = 40;

    private static final double WON_WHEN_RIPE = 0.05;

    /** Counted of far days, and wrong. */
    private static final double WRONG = 0.2;

    @Test
    void farDaysAreThoseThatDealsComeTo() {
        double[] won = composed(120, 30);
        int fresh = cell(TimeInStage.bandOf(3));
        // four weeks later there are 20 business days more in the stage: 23 of them, not ripe
        assertThat(won[fresh + DaysAhead.band(35)]).isLessThan(0.01);
        // 60 to 89 days ahead it has been there for 45 to 66 of them
        assertThat(won[fresh + DaysAhead.band(70)]).isCloseTo(WON_WHEN_RIPE, within(0.02));
        // near days stay as they were
        assertThat(won[fresh + DaysAhead.band(10)]).isZero();
    }

    @Test
    void staysAtWhatWasCountedWhereNoDealCameBy() {
        double[] won = composed(120, 30);
        int never = cell(TimeInStage.bandOf(110));
        assertThat(won[never + DaysAhead.band(70)]).isCloseTo(WRONG, within(1e-12));
    }

    @Test
    void inALongLogOnlyWhatItCannotKnowIsPutTogether() {
        int fresh = cell(TimeInStage.bandOf(3));
        double[] whereCounted = composed(300, 60);
        assertThat(whereCounted[fresh + DaysAhead.band(70)]).isEqualTo(WRONG);
        double[] beyond = composed(300, 180);
        assertThat(beyond[fresh + DaysAhead.band(200)]).isCloseTo(WON_WHEN_RIPE, within(0.02));
    }

    /**
     * Hazards of winning, composed from a log of so many days in which deals stay open; from a day
     * ahead on those counted are wrong.
     */
    private static double[] composed(int days, int wrongFrom) {
        MadeLog made = new MadeLog();
        for (int i = 0; i < 2 * days; i++) {
            made.create("d" + i, at(i / 2.0 + 0.1), "ann", 1000);
        }
        TrainingRows all = RowBuilder.build(made.log(at(days)), SETTINGS);
        int firstDay = Row.day(all.row(0));
        long[] rows = all.before(firstDay + days);
        double[] won = new double[STAGES * TimeInStage.COUNT * DaysAhead.COUNT];
        for (int i = 0; i < won.length; i++) {
            int band = i / DaysAhead.COUNT % TimeInStage.COUNT;
            boolean ripe = band >= TimeInStage.bandOf(RIPE) && band < TimeInStage.UNKNOWN;
            boolean near = i % DaysAhead.COUNT < DaysAhead.band(wrongFrom);
            won[i] = !near ? WRONG : ripe ? WON_WHEN_RIPE : 0;
        }
        double[] lost = new double[won.length];
        ComposedHazards.compose(rows, STAGES, firstDay, firstDay + days, won, lost);
        assertThat(lost).containsOnly(0);
        return won;
    }

    /** Index of the first hazard of the first stage. */
    private static int cell(int timeBand) {
        return timeBand * DaysAhead.COUNT;
    }
}
