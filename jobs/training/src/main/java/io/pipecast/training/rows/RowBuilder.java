package io.pipecast.training.rows;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds training rows by walking every deal through time with the very code that serves: its view
 * at each fiscal midnight while it is open, from the facts known by then.
 */
public final class RowBuilder {
    /** A deal nothing was heard of for this long teaches nothing more. */
    private static final int SILENT_DAYS = 730;

    private final PipelineSettings settings;
    private final DayClock days;
    private final DealLog log;
    private final List<Life> lives = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Tenure> tenures = new ArrayList<>();
    private final FeatureRows features;
    private final Map<Integer, AsOf> midnights = new HashMap<>();
    private long[] rows = new long[1024];
    private int size;
    private int lot;
    private int deal;

    private RowBuilder(DealLog log, PipelineSettings settings, FeatureRows features) {
        this.features = features;
        this.log = log;
        this.settings = settings;
        this.days = settings.calendar().days();
    }

    /** The rows of a log: midnights up to its last fact. */
    public static TrainingRows build(DealLog log, PipelineSettings settings) {
        return build(log, settings, new FeatureRows(FeatureRows.MOST, log.types()));
    }

    /**
     * The same with little of what deals said of themselves: enough for hazards alone and for
     * knowing what is usual.
     */
    public static TrainingRows withFewFeatures(DealLog log, PipelineSettings settings) {
        return build(log, settings, new FeatureRows(FeatureRows.FEW, log.types()));
    }

    private static TrainingRows build(
            DealLog log, PipelineSettings settings, FeatureRows features) {
        RowBuilder builder = new RowBuilder(log, settings, features);
        for (Map.Entry<String, DealHistory> deal : log.deals().entrySet()) {
            builder.lot = (int) DealEvent.hash(deal.getKey()) & (Row.LOTS - 1);
            builder.walk(deal.getKey(), deal.getValue());
            builder.deal++;
        }
        return new TrainingRows(
                builder.rows,
                builder.size,
                builder.features,
                builder.lives,
                builder.visits,
                builder.tenures,
                log);
    }

    /**
     * Facts and midnights of one deal in the order of time; facts at a midnight count before it.
     */
    private void walk(String id, DealHistory history) {
        DealWalk walk = new DealWalk(id, this, settings, log.rates());
        int next = 0;
        int day = days.dayOf(history.fact(0).time) + 1;
        while (true) {
            long fact = next < history.size() ? history.fact(next).time : Long.MAX_VALUE;
            if (days.startOf(day) >= fact) {
                walk.facts(history.viewAt(fact, settings.stages()), fact);
                next = after(history, next, fact);
            } else if (!walk.isOpen() && fact != Long.MAX_VALUE) {
                day = days.dayOf(fact) + (fact == days.startOf(days.dayOf(fact)) ? 0 : 1);
            } else if (!walk.isOpen()
                    || days.startOf(day) > log.lastTime()
                    || walk.silentFor(day) > SILENT_DAYS) {
                break;
            } else {
                walk.midnight(history.viewAt(days.startOf(day), settings.stages()), day);
                day++;
            }
        }
        walk.endOfLog();
    }

    private static int after(DealHistory history, int next, long time) {
        int i = next;
        while (i < history.size() && history.fact(i).time == time) {
            i++;
        }
        return i;
    }

    int size() {
        return size;
    }

    void add(long row, DealView view, AsOf asOf) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + (size >> 1));
        }
        rows[size] = Row.ofLot(row, lot);
        features.offer(size, deal, rows[size], view, asOf);
        size++;
    }

    /** The midnight that starts a day. */
    AsOf midnight(int day) {
        return midnights.computeIfAbsent(day, d -> new AsOf(settings.calendar(), days.startOf(d)));
    }

    /** Gives the rows from an index on their common end. */
    void end(int from, End end, int endDay) {
        for (int i = from; i < size; i++) {
            rows[i] = Row.ended(rows[i], end, endDay);
        }
    }

    void add(Life life) {
        lives.add(life);
    }

    void add(Visit visit) {
        visits.add(visit);
    }

    void add(Tenure tenure) {
        tenures.add(tenure);
    }
}
