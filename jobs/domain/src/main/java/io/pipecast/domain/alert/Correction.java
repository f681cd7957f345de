package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealHistory;
import java.util.ArrayList;
import java.util.List;

/** What the alerts of a deal would be had every fact known now arrived in time. */
final class Correction {
    private final AlertBook book = new AlertBook();
    private final List<Alert> ended = new ArrayList<>();
    private final long since;

    Correction(String opportunityId, DealHistory history, long to, AlertContext context) {
        since = context.since();
        book.advance(
                opportunityId,
                history,
                to,
                context.always(),
                alert -> {
                    if (alert.status() == Alert.Status.RESOLVED) {
                        ended.add(alert);
                    }
                });
    }

    /** The alert of a rule that the corrected history keeps alive, or null. */
    OpenAlert supported(AlertRule rule) {
        return book.openAlerts().stream().filter(a -> a.rule() == rule).findFirst().orElse(null);
    }

    /**
     * Whether an alert raised at an instant is the supported one; what began before the context did
     * began with it.
     */
    boolean sameLife(long raisedAt, OpenAlert supported) {
        return supported != null
                && Math.max(raisedAt, since) == Math.max(supported.raisedAt(), since);
    }

    /** How the corrected history ended an alert, or null when it never raised it. */
    Alert ending(OpenAlert alert) {
        return ended.stream()
                .filter(
                        e ->
                                e.rule() == alert.rule()
                                        && Math.max(e.raisedAt(), since)
                                                == Math.max(alert.raisedAt(), since)
                                        && e.resolvedAt() >= since)
                .findFirst()
                .orElse(null);
    }
}
