package io.pipecast.board;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import java.util.ArrayList;
import java.util.List;

/** Alerts that ended: told before some dates were moved, and of some deals that nothing befell. */
final class SamplePastAlerts {
    private static final long DAY = 86_400_000L;

    private SamplePastAlerts() {}

    static List<Alert> alerts(List<DealForecast> deals, long now) {
        List<Alert> alerts = new ArrayList<>();
        for (DealForecast deal : deals) {
            long moved = lastMove(deal);
            boolean early = moved < now - 45 * DAY;
            if (moved > now - 100 * DAY && early) {
                alerts.add(told(deal, moved - 14 * DAY, alerts.size() % 2 == 0));
            } else if (deal.opportunityId().endsWith("05")) {
                alerts.add(told(deal, now - 60 * DAY, alerts.size() % 3 == 0));
            }
        }
        return alerts;
    }

    private static long lastMove(DealForecast deal) {
        return deal.changes().stream()
                .filter(change -> change.field().equals("CLOSE_DATE"))
                .skip(1)
                .mapToLong(Change::at)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static Alert told(DealForecast deal, long at, boolean acknowledged) {
        Alert made =
                Rows.alert(
                        "past-" + deal.opportunityId(),
                        deal.opportunityId(),
                        1,
                        Status.RESOLVED,
                        2,
                        false);
        AlertHandling none = AlertHandling.NONE;
        AlertHandling how =
                new AlertHandling(
                        AlertHandling.Delivery.DELIVERED,
                        null,
                        "mgr-1",
                        0.5,
                        at,
                        none.escalatedAt(),
                        List.of(),
                        acknowledged ? at + DAY : none.acknowledgedAt(),
                        null,
                        none.snoozedUntil(),
                        !acknowledged,
                        null,
                        none.actionDue(),
                        none.doneAt(),
                        null);
        return made.handled(2, Status.RESOLVED, made.stakes(), how);
    }
}
