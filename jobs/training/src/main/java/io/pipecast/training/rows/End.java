package io.pipecast.training.rows;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;

/** How a deal's open life ended. */
public enum End {
    /** Not yet, as far as the log goes. */
    NONE,
    WON,
    LOST,
    /** Deleted or merged: watched until then and no longer. */
    REMOVED;

    private static final End[] ALL = values();

    static End of(int ordinal) {
        return ALL[ordinal];
    }

    static End of(DealView closed) {
        if (closed.removed || closed.outcome == Outcome.OPEN) {
            return REMOVED;
        }
        return closed.outcome == Outcome.WON ? WON : LOST;
    }
}
