package io.pipecast.codec.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.TimeInStage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeBandsTest {
    /** Edges of documents written before there were 26. */
    static final double[] FORMER = {0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120};

    /** Bands they make: just entered, one below each edge, longer, and unknown. */
    static final int BANDS = FORMER.length + 3;

    private static final int STAGES = 3;

    private final double[] before =
            new Random(1).doubles((long) STAGES * BANDS * DaysAhead.COUNT).toArray();
    private final double[] now = new TimeBands(FORMER).read(before);

    @Test
    void whatHasNoTimeInTheStageStays() {
        assertThat(now).hasSize(STAGES * TimeInStage.COUNT * DaysAhead.COUNT);
        assertThat(now(TimeInStage.JUST_ENTERED)).isEqualTo(before(0));
        assertThat(now(TimeInStage.UNKNOWN)).isEqualTo(before(BANDS - 1));
    }

    @Test
    void aBandTakesWhatWasSaidAtItsMiddle() {
        assertThat(now(TimeInStage.bandOf(0.3))).isEqualTo(before(1));
        assertThat(TimeInStage.middle(TimeInStage.bandOf(13))).isEqualTo(13.75);
        // a quarter of the way from the middle of 10 to 15 days to that of 15 to 20
        double between = 0.75 * before(8) + 0.25 * before(9);
        assertThat(now(TimeInStage.bandOf(13))).isCloseTo(between, within(1e-12));
    }

    @Test
    void ownBandsAreReadAsTheyAre() {
        assertThat(new TimeBands(TimeInStage.edges()).read(now)).isSameAs(now);
    }

    private double now(int band) {
        return ofSecondStage(now, TimeInStage.COUNT, band);
    }

    private double before(int band) {
        return ofSecondStage(before, BANDS, band);
    }

    private static double ofSecondStage(double[] base, int bands, int band) {
        return base[(bands + band) * DaysAhead.COUNT + 3];
    }
}
