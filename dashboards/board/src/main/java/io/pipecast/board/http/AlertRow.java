package io.pipecast.board.http;

import io.pipecast.board.views.AlertBox;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An alert in an answer.
 *
 * @param subject deal, team or feed
 * @param tree of a team, else null
 * @param place node id of a team or name of a feed, else null
 * @param box where it lies while it is open: see {@link AlertBox}
 */
record AlertRow(
        String id,
        String subject,
        String tree,
        String place,
        String box,
        String opportunityId,
        String dealName,
        String rule,
        String reason,
        String meaning,
        String status,
        long raisedAt,
        Long resolvedAt,
        String resolution,
        int severity,
        double value,
        double threshold,
        String unit,
        String thresholdSource,
        String evidence,
        String owner,
        String ownerName,
        String stage,
        Long amount,
        String currency,
        String closeDate,
        boolean backlog,
        Double risk,
        String why,
        String nextStep,
        String enteredNextStep,
        Handled handled,
        long clock) {
    /**
     * Who is told of an alert, and what people did about it.
     *
     * @param delivery PENDING, DELIVERED, DIGEST or HELD
     * @param because why it is not delivered
     */
    record Handled(
            String delivery,
            String because,
            String managerName,
            Long deliveredAt,
            Long escalatedAt,
            List<String> further,
            Long acknowledgedAt,
            String acknowledgedBy,
            Long snoozedUntil,
            boolean notUseful,
            String actionOwner,
            Long actionDue,
            Long doneAt,
            String note) {
        static Handled of(AlertHandling how, List<String> further, ForecastSnapshot snapshot) {
            return new Handled(
                    how.delivery().name(),
                    how.because(),
                    how.manager() == null ? null : snapshot.userName(how.manager()),
                    Answers.known(how.deliveredAt()),
                    Answers.known(how.escalatedAt()),
                    further,
                    Answers.known(how.acknowledgedAt()),
                    how.acknowledgedBy(),
                    Answers.known(how.snoozedUntil()),
                    how.notUseful(),
                    how.actionOwner(),
                    Answers.known(how.actionDue()),
                    Answers.known(how.doneAt()),
                    how.note());
        }
    }

    /** The row of a deal with several alerts: the first, with the evidence of the others. */
    static AlertRow of(List<Alert> alerts, ForecastSnapshot snapshot) {
        Alert first = alerts.get(0);
        List<String> further = new ArrayList<>(first.handling().further());
        alerts.stream()
                .skip(1)
                .map(alert -> alert.rule().label + ": " + alert.evidence())
                .forEach(further::add);
        return row(first, further, snapshot);
    }

    static AlertRow of(Alert alert, ForecastSnapshot snapshot) {
        return row(alert, alert.handling().further(), snapshot);
    }

    private static AlertRow row(Alert alert, List<String> further, ForecastSnapshot snapshot) {
        AlertSubject about = alert.subject();
        return new AlertRow(
                alert.alertId(),
                about.kind().key,
                about.tree() == null ? null : about.tree().name().toLowerCase(Locale.ROOT),
                about.kind() == AlertSubject.Kind.FEED ? about.feed() : about.node(),
                AlertBox.of(alert, snapshot.asOf()).key,
                alert.opportunityId(),
                alert.dealName(),
                alert.rule().name(),
                alert.rule().label,
                alert.rule().meaning,
                alert.status().name(),
                alert.raisedAt(),
                Answers.known(alert.resolvedAt()),
                alert.resolution() == null ? null : alert.resolution().name(),
                alert.severity(),
                alert.value(),
                alert.threshold(),
                alert.unit(),
                alert.thresholdSource(),
                alert.evidence(),
                alert.owner(),
                snapshot.userName(alert.owner()),
                alert.stage(),
                Answers.known(alert.corporateAmount()),
                alert.currency(),
                Answers.date(alert.closeDate()),
                alert.backlog(),
                Double.isNaN(alert.stakes().risk()) ? null : alert.stakes().risk(),
                alert.stakes().why(),
                alert.rule().advice,
                alert.stakes().nextStep(),
                Handled.of(alert.handling(), further, snapshot),
                Math.max(alert.statedAt(), snapshot.asOf()));
    }
}
