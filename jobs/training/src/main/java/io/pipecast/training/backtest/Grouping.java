package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.Snapshots.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A way to divide rows by what they have in common.
 *
 * @param by what that is
 * @param label of a row by its index in the snapshots; null for none
 * @param values the labels there are, in order
 */
record Grouping(String by, IntFunction<String> label, List<String> values) {
    /** What stages are called among the groupings. */
    static final String STAGE = "stage";

    /** What types of deals are called among the groupings. */
    static final String SEGMENT = "segment";

    private static final String[] QUARTERS = {
        "smallest quarter", "second quarter", "third quarter", "largest quarter"
    };
    private static final String[] THIRDS = {"first third", "second third", "last third"};

    /** The groupings in which a sample has at least two values. */
    static List<Grouping> of(Sample sample, Snapshots snapshots, PipelineSettings settings) {
        long[] limits = quarters(sample, snapshots);
        List<Grouping> all = new ArrayList<>();
        add(all, STAGE, sample, row -> stage(snapshots.row(row), settings));
        add(all, SEGMENT, sample, row -> segment(snapshots.row(row)));
        add(all, "territory", sample, row -> snapshots.row(row).territory());
        add(all, "size", sample, row -> size(snapshots.row(row).amount(), limits));
        add(all, "part of period", sample, row -> third(snapshots.day(row), settings));
        return all;
    }

    private static void add(
            List<Grouping> all, String by, Sample sample, IntFunction<String> label) {
        List<String> values =
                Arrays.stream(sample.rows())
                        .mapToObj(label)
                        .filter(value -> value != null)
                        .distinct()
                        .sorted()
                        .toList();
        if (values.size() > 1) {
            all.add(new Grouping(by, label, values));
        }
    }

    /** Label of a row, or null for none. */
    String of(int row) {
        return label.apply(row);
    }

    private static String stage(Snapshot row, PipelineSettings settings) {
        return row.stage() < 0 ? null : settings.stages().get(row.stage()).name();
    }

    private static String segment(Snapshot row) {
        return row.dealType() == null ? null : row.dealType().name().toLowerCase(Locale.ROOT);
    }

    private static String size(long amount, long[] limits) {
        if (amount == Snapshots.MISSING || limits.length == 0) {
            return null;
        }
        int quarter = 0;
        while (quarter < limits.length && amount >= limits[quarter]) {
            quarter++;
        }
        return QUARTERS[quarter];
    }

    private static long[] quarters(Sample sample, Snapshots snapshots) {
        long[] amounts =
                Arrays.stream(sample.rows())
                        .mapToLong(row -> snapshots.row(row).amount())
                        .filter(amount -> amount != Snapshots.MISSING)
                        .sorted()
                        .toArray();
        if (amounts.length < QUARTERS.length) {
            return new long[0];
        }
        return new long[] {
            amounts[amounts.length / 4],
            amounts[amounts.length / 2],
            amounts[amounts.length * 3 / 4]
        };
    }

    private static String third(int day, PipelineSettings settings) {
        Period period = settings.calendar().fiscal().at(day);
        int length = period.endDay() - period.startDay();
        return THIRDS[(day - period.startDay()) * THIRDS.length / length];
    }
}
