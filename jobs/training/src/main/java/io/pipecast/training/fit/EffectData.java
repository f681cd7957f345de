package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.Records;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.training.rows.FeatureRows;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows effects are learned from or judged on: what each deal said of itself, what was known
 * then of its people, and the hazards of its stage and time in it by tables that know nothing later
 * than a cut.
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class EffectData {
    /** Rows in the order of deal and instant, as they were known before the cut. */
    final RowOdds odds;

    /** By row × {@link DealFeature}, without the hazards. */
    final double[][] features;

    /** What there is to know of people at the cut. */
    final Records records;

    /** By row the number of its deal in the log. */
    private final int[] deals;

    /** Of how many midnights of a deal one is kept. */
    private final int step;

    private final int firstDay;

    private EffectData(RowOdds odds, int[] deals, int step, double[][] features, Records records) {
        this.odds = odds;
        this.step = step;
        this.firstDay = Arrays.stream(odds.rows()).mapToInt(Row::day).min().orElse(0);
        this.deals = deals;
        this.features = features;
        this.records = records;
    }

    /**
     * What was known before a cut; of rows from that day on, only what the tables and records of
     * the cut say of them.
     *
     * @param knownDay what happened from this day on is not known of the rows' ends
     * @param fromDay first day of the rows
     * @param toDay first day after them
     * @param most rows at most, about
     */
    static EffectData of(
            TrainingRows all,
            SalesCalendar calendar,
            CellChances tables,
            int cutDay,
            int knownDay,
            int fromDay,
            int toDay,
            int most) {
        FeatureRows kept = all.features();
        int last = Math.max(cutDay, toDay);
        int[] indexes =
                IntStream.range(0, kept.size())
                        .filter(i -> Row.day(all.row(kept.row(i))) < last)
                        .toArray();
        long[] packed =
                Arrays.stream(indexes)
                        .mapToLong(i -> Row.knownBefore(all.row(kept.row(i)), knownDay))
                        .toArray();
        int step = step(packed, fromDay, toDay, most, kept.step());
        boolean[] wanted = wanted(packed, fromDay, toDay, step);
        Walk walk = new Walk(all, calendar, tables, cutDay, indexes, packed);
        walk.days(wanted);
        int[] chosen = IntStream.range(0, packed.length).filter(i -> wanted[i]).toArray();
        return new EffectData(
                new RowOdds(
                        Arrays.stream(chosen).mapToLong(i -> packed[i]).toArray(),
                        chosen(chosen, walk.odds.won()),
                        chosen(chosen, walk.odds.lost())),
                Arrays.stream(chosen).map(i -> kept.deal(indexes[i])).toArray(),
                step,
                chosen(chosen, walk.features),
                walk.people.records(kept.names(), walk.norms, kept.types()));
    }

    /**
     * The row of the same deal at the midnight so many days later, −1 without one.
     *
     * @param days as {@link #keptAfter} says
     */
    int later(int row, int days) {
        int day = Row.day(odds.rows()[row]) + days;
        for (int i = row + 1; i < deals.length && deals[i] == deals[row]; i++) {
            long other = odds.rows()[i];
            if (Row.day(other) >= day && Row.timeBand(other) != TimeInStage.JUST_ENTERED) {
                return Row.day(other) == day ? i : -1;
            }
        }
        return -1;
    }

    /** First day of all rows. */
    int firstDay() {
        return firstDay;
    }

    /** The least number of days, from some on, after which a deal has a row again. */
    int keptAfter(int days) {
        return (days + step - 1) / step * step;
    }

    private static double[][] chosen(int[] chosen, double[][] values) {
        return Arrays.stream(chosen).mapToObj(i -> values[i]).toArray(double[][]::new);
    }

    /** Goes through the rows by day, so that each sees the records of earlier days alone. */
    private static final class Walk {
        final double[][] features;
        final RowOdds odds;
        final RecordsFit people;
        final AmountNorms norms;
        private final FeatureRows kept;
        private final SalesCalendar calendar;
        private final CellChances tables;
        private final int cutDay;
        private final int[] indexes;
        private final long[] packed;

        Walk(
                TrainingRows all,
                SalesCalendar calendar,
                CellChances tables,
                int cutDay,
                int[] indexes,
                long[] packed) {
            this.kept = all.features();
            this.calendar = calendar;
            this.tables = tables;
            this.cutDay = cutDay;
            this.indexes = indexes;
            this.packed = packed;
            this.features = new double[packed.length][];
            this.odds =
                    new RowOdds(packed, new double[packed.length][], new double[packed.length][]);
            this.norms = new AmountNorms(kept, indexes, packed, cutDay);
            this.people =
                    new RecordsFit(
                            kept.names(), all.organization(), calendar.days().startOf(cutDay));
        }

        void days(boolean[] wanted) {
            int[] order = RecordsFit.byDay(packed);
            int from = 0;
            while (from < order.length) {
                int day = Row.day(packed[order[from]]);
                AsOf asOf = new AsOf(calendar, calendar.days().startOf(day));
                int to = from;
                while (to < order.length && Row.day(packed[order[to]]) == day) {
                    if (wanted[order[to]]) {
                        read(order[to], asOf);
                    }
                    to++;
                }
                for (int k = from; k < to && day < cutDay; k++) {
                    count(order[k], PeriodPosition.of(calendar, day));
                }
                from = to;
            }
        }

        private void read(int i, AsOf asOf) {
            long row = packed[i];
            features[i] = new double[DealFeature.COUNT];
            kept.read(indexes[i], features[i]);
            int owner = kept.owner(indexes[i]);
            Records.put(
                    people.owners.person(owner, norms.ofOwner(owner)),
                    people.actors.person(kept.actor(indexes[i]), 0),
                    norms.usual(kept.currency(indexes[i]), Row.segment(row)),
                    features[i]);
            odds.read(i, tables, features[i][DealFeature.TIME_IN_STAGE.ordinal()], asOf);
        }

        /** Adds a row to the records, as it was known before the cut. */
        private void count(int i, int position) {
            long row = Row.knownBefore(packed[i], cutDay);
            if (Row.timeBand(row) != TimeInStage.JUST_ENTERED) {
                HazardTables hazards = tables.tables();
                people.add(
                        kept.owner(indexes[i]),
                        kept.actor(indexes[i]),
                        row,
                        hazard(hazards, hazards.won(), row, position),
                        hazard(hazards, hazards.lost(), row, position));
            }
        }
    }

    /** Of how many midnights of a deal one is wanted, where one of {@code kept} is there. */
    private static int step(long[] packed, int fromDay, int toDay, int most, int kept) {
        long n = Arrays.stream(packed).filter(r -> in(r, fromDay, toDay)).count();
        int step = kept;
        while (n * kept / step > most) {
            step *= 2;
        }
        return step;
    }

    private static boolean[] wanted(long[] packed, int fromDay, int toDay, int step) {
        boolean[] wanted = new boolean[packed.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] =
                    in(packed[i], fromDay, toDay)
                            && (Row.day(packed[i]) + Row.lot(packed[i])) % step == 0;
        }
        return wanted;
    }

    private static boolean in(long row, int fromDay, int toDay) {
        return Row.day(row) >= fromDay && Row.day(row) < toDay;
    }

    private static double hazard(
            HazardTables tables, HazardTables.Cause cause, long row, int position) {
        int cell =
                tables.cell(tables.tableOf()[Row.segment(row)], Row.stage(row), Row.timeBand(row));
        return cause.base()[cell * DaysAhead.COUNT] * cause.calendar()[position];
    }
}
