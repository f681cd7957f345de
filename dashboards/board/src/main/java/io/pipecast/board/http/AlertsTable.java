package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.AlertBox;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.forecast.Quantity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alerts as CSV: {@code /api/alerts.csv}, the same filters as {@code /api/alerts}; with {@code
 * resolved=true} those that have ended too.
 */
final class AlertsTable {
    private static final List<String> HEADS =
            List.of(
                    "alert",
                    "about",
                    "id",
                    "name",
                    "rule",
                    "severity",
                    "status",
                    "resolution",
                    "box",
                    "delivery",
                    "because",
                    "manager",
                    "owner",
                    "territory",
                    "stage",
                    "amount",
                    "currency",
                    "close_date",
                    "value",
                    "threshold",
                    "unit",
                    "threshold_source",
                    "evidence",
                    "why",
                    "next_step",
                    "raised_at",
                    "delivered_at",
                    "escalated_at",
                    "resolved_at",
                    "acknowledged_at",
                    "acknowledged_by",
                    "snoozed_until",
                    "not_useful",
                    "action_owner",
                    "action_due",
                    "done_at",
                    "note");

    void alerts(Seen views, Context context) {
        AlertFilter filter = AlertFilter.of(context, views, AlertBox.WAITING);
        CsvTable table = new CsvTable(HEADS);
        Stream<Alert> open =
                filter.open().stream().filter(a -> filter.isShown(a) && filter.isOfRule(a));
        Stream<Alert> ended =
                Requests.flag(context, "resolved") ? filter.resolved().stream() : Stream.empty();
        Stream.concat(open, ended)
                .forEach(
                        alert ->
                                table.row(
                                        Stream.concat(
                                                        about(alert, filter).stream(),
                                                        lived(alert).stream())
                                                .toList()));
        table.send(context, "alerts");
    }

    private static List<Object> about(Alert a, AlertFilter filter) {
        ForecastSnapshot names = filter.names();
        AlertHandling how = a.handling();
        return Arrays.asList(
                a.alertId(),
                a.subject().kind().key,
                a.opportunityId(),
                a.dealName(),
                a.rule().label,
                a.severity(),
                a.status().name(),
                a.resolution() == null ? null : a.resolution().name(),
                a.isAlive() ? filter.box(a).key : null,
                how.delivery().name(),
                how.because(),
                how.manager() == null ? null : names.userName(how.manager()),
                names.userName(a.owner()),
                names.territoryName(a.stakes().territory()),
                a.stage(),
                CsvTable.money(a.corporateAmount(), a.currency()),
                a.currency(),
                Answers.date(a.closeDate()),
                a.value(),
                a.threshold(),
                a.unit(),
                a.thresholdSource(),
                a.evidence(),
                a.stakes().why(),
                a.rule().advice);
    }

    private static List<Object> lived(Alert a) {
        AlertHandling how = a.handling();
        return Arrays.asList(
                instant(a.raisedAt()),
                instant(how.deliveredAt()),
                instant(how.escalatedAt()),
                instant(a.resolvedAt()),
                instant(how.acknowledgedAt()),
                how.acknowledgedBy(),
                instant(how.snoozedUntil()),
                how.notUseful(),
                how.actionOwner(),
                instant(how.actionDue()),
                instant(how.doneAt()),
                how.note());
    }

    private static String instant(long at) {
        return at == Quantity.MISSING ? null : Instant.ofEpochMilli(at).toString();
    }
}
