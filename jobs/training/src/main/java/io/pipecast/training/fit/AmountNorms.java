package io.pipecast.training.fit;

import io.pipecast.model.features.DealFeature;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.training.rows.FeatureRows;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Usual logarithms of amounts, by currency and segment, and how far each owner's lie above. */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class AmountNorms {
    /** Rows an owner's amounts are drawn to everybody's by, and a segment's to its currency's. */
    private static final double PRIOR_ROWS = 200;

    private static final int SEGMENTS = HazardTables.SEGMENTS;

    private final List<String> names;
    private final double[] sum;
    private final double[] count;
    private final double[] ofOwner;
    private final double[] rowsOfOwner;

    /** Norms of the rows before a cut. */
    AmountNorms(FeatureRows kept, int[] indexes, long[] packed, int cutDay) {
        this.names = kept.names();
        this.sum = new double[names.size() * (SEGMENTS + 1)];
        this.count = new double[sum.length];
        this.ofOwner = new double[names.size()];
        this.rowsOfOwner = new double[names.size()];
        double[] features = new double[DealFeature.COUNT];
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < indexes.length; i++) {
                kept.read(indexes[i], features);
                if (Row.day(packed[i]) < cutDay
                        && features[DealFeature.AMOUNT_UNKNOWN.ordinal()] == 0) {
                    double log = features[DealFeature.AMOUNT.ordinal()];
                    int segment = Row.segment(packed[i]);
                    if (turn == 0) {
                        add(kept.currency(indexes[i]), segment, log);
                    } else {
                        addToOwner(
                                kept.owner(indexes[i]),
                                log - usual(kept.currency(indexes[i]), segment));
                    }
                }
            }
        }
    }

    private void add(int currency, int segment, double log) {
        int at = currency * (SEGMENTS + 1);
        sum[at + segment] += log;
        count[at + segment]++;
        sum[at + SEGMENTS] += log;
        count[at + SEGMENTS]++;
    }

    private void addToOwner(int owner, double above) {
        if (owner >= 0) {
            ofOwner[owner] += above;
            rowsOfOwner[owner]++;
        }
    }

    /** Usual logarithm of amounts; not a number where there were none in the currency. */
    double usual(int currency, int segment) {
        int at = currency * (SEGMENTS + 1);
        double all =
                count[at + SEGMENTS] == 0 ? Double.NaN : sum[at + SEGMENTS] / count[at + SEGMENTS];
        return (sum[at + segment] + PRIOR_ROWS * all) / (count[at + segment] + PRIOR_ROWS);
    }

    /** How far an owner's amounts lie above what is usual. */
    double ofOwner(int owner) {
        return owner < 0 ? 0 : ofOwner[owner] / (rowsOfOwner[owner] + PRIOR_ROWS);
    }

    /** By currency, as documents hold it. */
    SortedMap<String, double[]> table() {
        TreeMap<String, double[]> table = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            int currency = i;
            if (count[i * (SEGMENTS + 1) + SEGMENTS] > 0) {
                double[] usual = new double[SEGMENTS];
                Arrays.setAll(usual, segment -> usual(currency, segment));
                table.put(names.get(i), usual);
            }
        }
        return table;
    }
}
