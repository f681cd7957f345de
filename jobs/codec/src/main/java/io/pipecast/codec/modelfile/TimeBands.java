package io.pipecast.codec.modelfile;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.TimeInStage;
import java.util.Arrays;

/**
 * Hazards by other bands of time in the stage than those of this code. As hazards change steadily
 * between the middles of bands, those at the middles of these bands say the same.
 */
final class TimeBands {
    /** By band; the one of what is unknown follows them. */
    private final double[] middles;

    private final boolean same;

    /** Bands by the upper ends a document states, ascending. */
    TimeBands(double[] edges) {
        this.same = Arrays.equals(edges, TimeInStage.edges());
        this.middles = TimeInStage.middles(edges);
    }

    /** Hazards by cell × band ahead as this code has them. */
    double[] read(double[] base) {
        int bands = middles.length + 1;
        if (same || base.length % (bands * DaysAhead.COUNT) != 0) {
            return base;
        }
        int stages = base.length / (bands * DaysAhead.COUNT);
        double[] read = new double[stages * TimeInStage.COUNT * DaysAhead.COUNT];
        for (int i = 0; i < read.length; i++) {
            int ahead = i % DaysAhead.COUNT;
            int band = i / DaysAhead.COUNT % TimeInStage.COUNT;
            int stage = i / (DaysAhead.COUNT * TimeInStage.COUNT);
            read[i] = at(base, stage * bands, band, ahead);
        }
        return read;
    }

    private double at(double[] base, int row, int band, int ahead) {
        if (band == TimeInStage.JUST_ENTERED) {
            return base[row * DaysAhead.COUNT + ahead];
        }
        if (band == TimeInStage.UNKNOWN) {
            return base[(row + middles.length) * DaysAhead.COUNT + ahead];
        }
        double days = TimeInStage.middle(band);
        int above = TimeInStage.JUST_ENTERED + 1;
        while (above < middles.length - 1 && middles[above] < days) {
            above++;
        }
        int below = Math.max(TimeInStage.JUST_ENTERED + 1, above - 1);
        double gap = middles[above] - middles[below];
        double share = gap == 0 ? 0 : Math.max(0, Math.min(1, (days - middles[below]) / gap));
        double from = base[(row + below) * DaysAhead.COUNT + ahead];
        double to = base[(row + above) * DaysAhead.COUNT + ahead];
        return from + share * (to - from);
    }
}
