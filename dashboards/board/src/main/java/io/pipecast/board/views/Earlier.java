package io.pipecast.board.views;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;

/**
 * What earlier periods of a node, as they stood with as many business days to their end, say of a
 * period: quantities that no single row can hold.
 */
public final class Earlier {
    private static final double MILLION = 1_000_000;

    private final List<SameDay> periods;

    /** What periods say, all on the same day. */
    public Earlier(List<SameDay> periods) {
        this.periods = periods;
    }

    /** {@link Quantity#PACING} of a row, millionths, or {@link Quantity#MISSING}. */
    public long pacing(PipelineForecast row) {
        long closed = row.value(Quantity.CLOSED);
        double before = 0;
        int seen = 0;
        for (SameDay day : periods) {
            if (day.closed() != Quantity.MISSING) {
                before += day.closed();
                seen++;
            }
        }
        return closed == Quantity.MISSING || before <= 0
                ? Quantity.MISSING
                : Math.round(MILLION * closed * seen / before);
    }

    /** {@link Quantity#COVERAGE_NEEDED}, millionths, or {@link Quantity#MISSING}. */
    public long coverageNeeded() {
        double open = 0;
        double stillClosed = 0;
        for (SameDay day : periods) {
            boolean known =
                    day.open() != Quantity.MISSING
                            && day.closed() != Quantity.MISSING
                            && day.landed() != Quantity.MISSING;
            if (known && day.landed() > day.closed()) {
                open += day.open();
                stillClosed += day.landed() - day.closed();
            }
        }
        return stillClosed <= 0 ? Quantity.MISSING : Math.round(MILLION * open / stillClosed);
    }
}
