package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.organization.Organization;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Life;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Open deals as a replay saw them at midnights, in the order of (midnight, deal), with what became
 * of them. Columns; a row is an index.
 */
@SuppressWarnings("EnumOrdinal") // columns by horizon
public final class Snapshots {
    /** A value that was not said. */
    public static final long MISSING = Long.MIN_VALUE;

    /** What the territory of a deal is called that is in none. */
    static final String NO_TERRITORY = Organization.UNASSIGNED;

    private static final int FIRST_CAPACITY = 1 << 12;

    private final SalesCalendar calendar;
    private final Outcomes outcomes;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> deals = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>();
    private final int[][] micros = new int[Horizon.COUNT][FIRST_CAPACITY];
    private Snapshot[] rows = new Snapshot[FIRST_CAPACITY];
    private int[] days = new int[FIRST_CAPACITY];
    private int[] dealOf = new int[FIRST_CAPACITY];
    private long[] endedAt = new long[FIRST_CAPACITY];
    private boolean[] won = new boolean[FIRST_CAPACITY];
    private int size;
    private int closed;

    /** No rows yet. */
    public Snapshots(SalesCalendar calendar, Outcomes outcomes) {
        this.calendar = calendar;
        this.outcomes = outcomes;
    }

    /**
     * What a snapshot says beside its probabilities.
     *
     * @param asOf epoch milliseconds
     * @param stage index, −1 for none
     * @param daysInStage business days, NaN when unknown
     * @param dealType or null
     * @param territory name, or null
     * @param category or null
     * @param closeDay epoch day, or {@link #MISSING}
     * @param amount corporate minor units, or {@link #MISSING}
     * @param stageProbability configured, 0 to 1
     */
    public record Snapshot(
            long asOf,
            String opportunityId,
            int stage,
            double daysInStage,
            DealType dealType,
            String territory,
            ForecastCategory category,
            long closeDay,
            long amount,
            double stageProbability) {}

    /**
     * Adds a snapshot. One of a deal that was not open then is counted and not taken.
     *
     * @param probabilities millionths by horizon, −1 where none was stated
     */
    public void add(Snapshot row, int[] probabilities) {
        Life life = outcomes.lifeAt(row.opportunityId, row.asOf);
        if (life == null) {
            closed++;
            return;
        }
        if (size == rows.length) {
            grow(size * 2);
        }
        rows[size] = row;
        days[size] = calendar.days().dayOf(row.asOf);
        dealOf[size] = indexes.computeIfAbsent(row.opportunityId, this::enlist);
        endedAt[size] = life.endedAt();
        won[size] = life.end() == End.WON;
        for (int i = 0; i < Horizon.COUNT; i++) {
            micros[i][size] = probabilities[i];
        }
        size++;
    }

    private int enlist(String opportunityId) {
        deals.add(opportunityId);
        firstRows.add(size);
        return deals.size() - 1;
    }

    private void grow(int capacity) {
        rows = Arrays.copyOf(rows, capacity);
        days = Arrays.copyOf(days, capacity);
        dealOf = Arrays.copyOf(dealOf, capacity);
        endedAt = Arrays.copyOf(endedAt, capacity);
        won = Arrays.copyOf(won, capacity);
        for (int i = 0; i < Horizon.COUNT; i++) {
            micros[i] = Arrays.copyOf(micros[i], capacity);
        }
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** Snapshots of deals that were not open then, of which there must be none. */
    public int closed() {
        return closed;
    }

    /** Number of deals. */
    public int deals() {
        return deals.size();
    }

    /** What a row says. */
    public Snapshot row(int i) {
        return rows[i];
    }

    /** Local epoch day that begins at a row's midnight. */
    public int day(int i) {
        return days[i];
    }

    /** Number of a row's deal, from 0. */
    public int dealOf(int i) {
        return dealOf[i];
    }

    /** Whether a row is the first of its deal. */
    public boolean isFirst(int i) {
        return firstRows.get(dealOf[i]) == i;
    }

    /** When the life the deal was in ended, epoch milliseconds, Long.MAX_VALUE while open. */
    public long endedAt(int i) {
        return endedAt[i];
    }

    /** Whether the deal was won before an instant. */
    public boolean wonBefore(int i, long instant) {
        return won[i] && endedAt[i] < instant;
    }

    /** What the model stated, 0 to 1, or NaN. */
    public double stated(Horizon horizon, int i) {
        int stated = micros[horizon.ordinal()][i];
        return stated < 0 ? Double.NaN : stated / 1e6;
    }

    /** First instant after a target's horizon, for each row. */
    public long[] ends(Target target) {
        long[] ends = new long[size];
        for (int i = 0; i < size; i++) {
            boolean sameDay = i > 0 && days[i] == days[i - 1];
            ends[i] = sameDay ? ends[i - 1] : target.end(calendar, days[i]);
        }
        return ends;
    }
}
