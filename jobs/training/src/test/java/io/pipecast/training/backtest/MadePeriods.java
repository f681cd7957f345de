package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.training.backtest.ScopePeriod.Scope;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Periods of a company that closes the same amount every day. */
@SuppressWarnings("EnumOrdinal") // values by quantity
public final class MadePeriods {
    /** Days of the made log's first quarters. */
    public static final int LENGTH = 92;

    private static final int BAND = 200;
    private static final Scope COMPANY = new Scope(Tree.REPORTING, "company", "Made", 0);

    public final Periods periods = new Periods(SETTINGS.calendar().days());

    /** A period with what was said of it each day, and where it landed. */
    public void period(
            int start, long landed, IntToLongFunction model, IntToLongFunction weighted) {
        for (int day = 0; day < LENGTH; day++) {
            long[] values = values(landed * day / LENGTH);
            values[Quantity.MODEL_P50.ordinal()] = model.applyAsLong(day);
            values[Quantity.MODEL_P10.ordinal()] = model.applyAsLong(day) - BAND;
            values[Quantity.MODEL_P90.ordinal()] = model.applyAsLong(day) + BAND;
            values[Quantity.MODEL_MEAN.ordinal()] = model.applyAsLong(day);
            values[Quantity.STAGE_WEIGHTED.ordinal()] = weighted.applyAsLong(day);
            add(start, start + day, values);
        }
        ended(start, 0, landed);
    }

    /** The first days of a period that goes on. */
    public void running(int start, int days) {
        for (int day = 0; day < days; day++) {
            add(start, start + day, values(day));
        }
    }

    /** What was closed in a period, as known some days after its end. */
    public void ended(int start, int after, long closed) {
        add(start, start + LENGTH + after, values(closed));
    }

    /** No open deals. */
    public OpenPipeline noPipeline() {
        return new OpenPipeline();
    }

    private static long[] values(long closed) {
        long[] values = new long[Quantity.values().length];
        Arrays.fill(values, Quantity.MISSING);
        values[Quantity.CLOSED.ordinal()] = closed;
        return values;
    }

    private void add(int start, int day, long[] values) {
        periods.add(
                SETTINGS.calendar().days().startOf(day),
                COMPANY,
                "P" + start,
                start,
                start + LENGTH,
                values,
                values[Quantity.CLOSED.ordinal()]);
    }
}
