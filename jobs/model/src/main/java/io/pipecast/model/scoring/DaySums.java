package io.pipecast.model.scoring;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.PeriodPosition;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What all deals looked at on one day share: the calendar's multipliers, summed over the days
 * ahead. Immutable.
 */
final class DaySums {
    static final int[] STARTS = DaysAhead.starts();
    static final int BANDS = DaysAhead.COUNT;

    final SalesCalendar calendar;
    final int day;

    /** Sum of the multipliers of winning over each band of days ahead. */
    final double[] wonBand = new double[BANDS];

    /** The same of losing. */
    final double[] lostBand = new double[BANDS];

    private final double[] won;
    private final double[] lost;

    DaySums(HazardTables tables, SalesCalendar calendar, int day) {
        this.calendar = calendar;
        this.day = day;
        byte[] positions = PeriodPosition.table(calendar, day, DaysAhead.LIMIT);
        this.won = running(tables.won().calendar(), positions, wonBand);
        this.lost = running(tables.lost().calendar(), positions, lostBand);
    }

    private static double[] running(double[] multipliers, byte[] positions, double[] bands) {
        double[] sums = new double[positions.length + 1];
        for (int i = 0; i < positions.length; i++) {
            sums[i + 1] = sums[i] + multipliers[positions[i]];
        }
        for (int band = 0; band < BANDS; band++) {
            bands[band] = sums[end(band)] - sums[STARTS[band]];
        }
        return sums;
    }

    /** First day after a band. */
    static int end(int band) {
        return DaysAhead.end(band);
    }

    /** Share of a band's multipliers of winning that lies between two times in it. */
    double wonShare(int band, double from, double to) {
        return share(won, wonBand[band], from, to);
    }

    /** The same of losing. */
    double lostShare(int band, double from, double to) {
        return share(lost, lostBand[band], from, to);
    }

    private static double share(double[] sums, double whole, double from, double to) {
        return whole > 0 ? (at(sums, to) - at(sums, from)) / whole : 0;
    }

    private static double at(double[] sums, double days) {
        int day = (int) days;
        double rest = days - day;
        return rest == 0 ? sums[day] : sums[day] + rest * (sums[day + 1] - sums[day]);
    }

    /** The sums of the last days asked for; safe to share between threads. */
    static final class Cache {
        private static final int DAYS = 16;

        private final HazardTables tables;
        private final AtomicReferenceArray<DaySums> days = new AtomicReferenceArray<>(DAYS);

        Cache(HazardTables tables) {
            this.tables = tables;
        }

        /** The sums of an instant's day. */
        @SuppressWarnings("ReferenceEquality") // another calendar object only costs a computation
        DaySums of(AsOf asOf) {
            int slot = Math.floorMod(asOf.day, DAYS);
            DaySums known = days.get(slot);
            if (known == null || known.day != asOf.day || known.calendar != asOf.calendar) {
                known = new DaySums(tables, asOf.calendar, asOf.day);
                days.set(slot, known);
            }
            return known;
        }
    }
}
