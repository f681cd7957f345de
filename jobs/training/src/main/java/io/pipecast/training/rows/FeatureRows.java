package io.pipecast.training.rows;

import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.DealReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What deals said of themselves at training rows: features, owner, last actor and currency. Of very
 * long logs only the rows of every second, fourth, … midnight are kept, deals taking turns.
 */
public final class FeatureRows {
    /** Rows kept at most. */
    static final int MOST = 1 << 20;

    /** Rows kept where they are only to tell what is usual. */
    static final int FEW = 1 << 14;

    private static final int CHUNK = 1 << 12;

    private final List<float[]> chunks = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final double[] room = new double[DealFeature.COUNT];
    private final int most;
    private final List<String> types;

    /** Features kept of each row. */
    private final int width;

    private long[] packed = new long[CHUNK];
    private int[] rows = new int[CHUNK];
    private int[] deals = new int[CHUNK];
    private int[] texts = new int[3 * CHUNK];
    private int size;
    private int step = 1;

    /**
     * Features of at most {@code most} rows.
     *
     * @param types names of activity types told apart
     */
    FeatureRows(int most, List<String> types) {
        this.most = most;
        this.types = types;
        this.width = types.isEmpty() ? DealFeature.UNTYPED : DealFeature.COUNT;
    }

    /**
     * Takes a row in unless it is thinned out.
     *
     * @param deal number of the deal in the log
     */
    void offer(int row, int deal, long bits, DealView view, AsOf asOf) {
        if ((Row.day(bits) + Row.lot(bits)) % step != 0) {
            return;
        }
        if (size == most) {
            thin();
            offer(row, deal, bits, view, asOf);
            return;
        }
        grow();
        DealReading.read(view, asOf, room);
        DealReading.readTypes(view, types, asOf.instant, room);
        float[] chunk = chunks.get(size / CHUNK);
        int at = size % CHUNK * width;
        for (int i = 0; i < width; i++) {
            chunk[at + i] = (float) room[i];
        }
        packed[size] = bits;
        rows[size] = row;
        deals[size] = deal;
        texts[3 * size] = id(view.owner);
        texts[3 * size + 1] = id(view.lastActor);
        texts[3 * size + 2] = id(view.currency == null ? "" : view.currency);
        size++;
    }

    private void grow() {
        if (size / CHUNK == chunks.size()) {
            chunks.add(new float[CHUNK * width]);
        }
        if (size == rows.length) {
            packed = Arrays.copyOf(packed, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
            deals = Arrays.copyOf(deals, 2 * size);
            texts = Arrays.copyOf(texts, 6 * size);
        }
    }

    private void thin() {
        step *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if ((Row.day(packed[i]) + Row.lot(packed[i])) % step == 0) {
                System.arraycopy(
                        chunks.get(i / CHUNK),
                        i % CHUNK * width,
                        chunks.get(kept / CHUNK),
                        kept % CHUNK * width,
                        width);
                packed[kept] = packed[i];
                rows[kept] = rows[i];
                deals[kept] = deals[i];
                System.arraycopy(texts, 3 * i, texts, 3 * kept, 3);
                kept++;
            }
        }
        size = kept;
    }

    private int id(String text) {
        if (text == null) {
            return -1;
        }
        return ids.computeIfAbsent(
                text,
                t -> {
                    names.add(t);
                    return names.size() - 1;
                });
    }

    /** Number of rows kept, in the order of rows. */
    public int size() {
        return size;
    }

    /**
     * Of how many midnights of a deal one is kept: those whose day and lot add up to a multiple.
     */
    public int step() {
        return step;
    }

    /** Index of the i-th kept row among all rows. */
    public int row(int i) {
        return rows[i];
    }

    /** Number of the deal of the i-th kept row in the log. */
    public int deal(int i) {
        return deals[i];
    }

    /**
     * Features of the i-th kept row by {@link DealFeature} ordinal; those of activity types are
     * left alone where the log has none.
     */
    public void read(int i, double[] out) {
        float[] chunk = chunks.get(i / CHUNK);
        int at = i % CHUNK * width;
        for (int f = 0; f < width; f++) {
            out[f] = chunk[at + f];
        }
    }

    /** Owner of the i-th kept row, an index into {@link #names}, −1 for none. */
    public int owner(int i) {
        return texts[3 * i];
    }

    /** Who acted last, alike. */
    public int actor(int i) {
        return texts[3 * i + 1];
    }

    /** Currency, alike; "" where the deal names none. */
    public int currency(int i) {
        return texts[3 * i + 2];
    }

    /** Names of activity types told apart. */
    public List<String> types() {
        return types;
    }

    /** Users and currencies. */
    public List<String> names() {
        return names;
    }
}
