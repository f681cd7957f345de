package io.pipecast.board.http;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;

/** An alert in an answer. */
record AlertRow(
        String id,
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
        boolean backlog) {
    static AlertRow of(Alert alert, ForecastSnapshot snapshot) {
        return new AlertRow(
                alert.alertId(),
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
                alert.backlog());
    }
}
