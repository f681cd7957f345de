package io.pipecast.board.alerting;

import io.pipecast.domain.alert.Alert;
import java.util.Locale;

/** How an alert reaches a person. The one place that says which alerts are delivered. */
public enum Way {
    /** At once. */
    NOW,
    /** With the others of its manager, once a week. */
    DIGEST,
    /** Not at all: it is on the board. */
    HELD;

    /** Value of the label {@code delivery}. */
    public final String label = name().toLowerCase(Locale.ROOT);

    /** How an alert that is alive is delivered: as the job decided. */
    static Way of(Alert alert) {
        if (alert.rule().isForTheDigest()) {
            return HELD; // one line on the board, not one message a deal
        }
        return switch (alert.handling().delivery()) {
            case DELIVERED -> NOW;
            case DIGEST -> DIGEST;
            case PENDING, HELD -> HELD;
        };
    }
}
