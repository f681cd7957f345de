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

    /** How an alert that is alive is delivered: what no deal brought up is no news. */
    static Way of(Alert alert) {
        return alert.backlog() ? DIGEST : NOW;
    }
}
