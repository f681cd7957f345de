package io.pipecast.app.backtest;

import io.pipecast.app.UserError;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.LogFile;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;

/**
 * A whole log: its facts, the rows there are to learn from, and how far it goes.
 *
 * @param log its facts
 * @param rows what there is to learn from
 * @param reading what reading it came to
 */
record History(DealLog log, TrainingRows rows, LogFile.Reading reading) {
    /** Won deals, and lost ones, from which a first model is worth its name. */
    static final int LEAST_ENDS = 10;

    private static final int PLAUSIBLE_LEAP = 400;

    /** Reads a log. */
    static History read(Path events, PipelineSettings settings) {
        DealLog log = new DealLog(settings);
        try {
            LogFile.Reading reading = LogFile.read(events, log, settings);
            if (log.isEmpty()) {
                throw new UserError("--events must hold deals to judge, held none: " + events);
            }
            return new History(log, RowBuilder.build(log, settings), reading);
        } catch (IOException e) {
            throw new UserError("--events must be a readable file of events, was " + events, e);
        }
    }

    /** The midnight that ends the log's last day: what happens later is not known. */
    long known(DayClock days) {
        return days.startOf(lastDay(days) + 1);
    }

    /**
     * The last epoch day with facts, by the rule of the replay's clock: a fact that lies too far
     * ahead of all before it moves no clock.
     */
    private int lastDay(DayClock days) {
        BitSet seen = new BitSet();
        for (DealHistory history : log.deals().values()) {
            for (int i = 0; i < history.size(); i++) {
                seen.set(days.dayOf(history.fact(i).time) - DayClock.FIRST_DAY);
            }
        }
        int last = seen.nextSetBit(0);
        int next = seen.nextSetBit(last + 1);
        while (next >= 0 && next - last <= PLAUSIBLE_LEAP) {
            last = next;
            next = seen.nextSetBit(last + 1);
        }
        return last + DayClock.FIRST_DAY;
    }

    /** Deals that ended in a way before an instant. */
    int ended(End end, long before) {
        int ended = 0;
        for (Life life : rows.lives()) {
            ended += life.end() == end && life.endedAt() < before ? 1 : 0;
        }
        return ended;
    }

    /**
     * The first day of the first period at whose start enough is known to learn from.
     *
     * @throws UserError when there is none in the log
     */
    int firstDay(PipelineSettings settings) {
        DayClock days = settings.calendar().days();
        Period period = settings.calendar().fiscal().at(days.dayOf(log.firstTime()));
        long known = known(days);
        long start = days.startOf(period.endDay());
        while (start < known) {
            if (isEnough(start)) {
                return days.dayOf(start);
            }
            period = settings.calendar().fiscal().get(period.index() + 1);
            start = days.startOf(period.endDay());
        }
        throw new UserError(
                String.format(
                        Locale.ROOT,
                        "a backtest must have %d won and %d lost deals before the start of some "
                                + "period in the log, but it ends on %s with %d and %d",
                        LEAST_ENDS,
                        LEAST_ENDS,
                        LocalDate.ofEpochDay(lastDay(days)),
                        ended(End.WON, known),
                        ended(End.LOST, known)));
    }

    private boolean isEnough(long before) {
        return ended(End.WON, before) >= LEAST_ENDS && ended(End.LOST, before) >= LEAST_ENDS;
    }

    /** What the report says of it. */
    BacktestResult.Log described(DayClock days) {
        long known = known(days);
        return new BacktestResult.Log(
                reading.lines(),
                reading.rejected(),
                log.deals().size(),
                ended(End.WON, known),
                ended(End.LOST, known),
                days.dayOf(log.firstTime()),
                lastDay(days),
                String.format(Locale.ROOT, "%016x", rows.fingerprintBefore(days.dayOf(known))));
    }
}
