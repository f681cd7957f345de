package io.pipecast.domain.alert;

import java.time.Instant;

/**
 * One alert: one per deal, team or feed and rule, alive between raised and resolved.
 *
 * @param alertId stable: deal, rule and raisedAt
 * @param opportunityId the deal; of an alert about a team or feed the key of its subject
 * @param rule the rule
 * @param status RAISED, UPDATED or RESOLVED
 * @param version grows with every statement about the alert
 * @param raisedAt the deadline that passed, epoch milliseconds; never the moment of noticing
 * @param resolvedAt epoch milliseconds, or Long.MIN_VALUE while alive
 * @param resolution why it ended, or null
 * @param severity 1 (just past) to 3 (far past the threshold)
 * @param value what was measured, in {@code unit}
 * @param threshold what it was held against
 * @param unit of value and threshold
 * @param thresholdSource where the threshold comes from: learned, configured, hand-set
 * @param evidence one sentence a manager understands
 * @param dealName name of the deal, team or feed, or null
 * @param owner of the deal, or who leads the team, or null
 * @param stage at raising
 * @param corporateAmount minor units of the corporate currency, or Long.MIN_VALUE: the deal's, or
 *     what a team lacks
 * @param currency corporate currency
 * @param closeDate epoch day, or Long.MIN_VALUE; of a team the last day of the period
 * @param backlog true when a new threshold or model, or the first look at the deal, brought it up:
 *     listed, never delivered as news
 * @param statedAt instant the statement is about, epoch milliseconds
 * @param stakes what is at stake, as of the statement
 * @param handling who is told, and what people did about it
 * @param subject what it is about
 */
public record Alert(
        String alertId,
        String opportunityId,
        AlertRule rule,
        Status status,
        long version,
        long raisedAt,
        long resolvedAt,
        Resolution resolution,
        int severity,
        double value,
        double threshold,
        String unit,
        String thresholdSource,
        String evidence,
        String dealName,
        String owner,
        String stage,
        long corporateAmount,
        String currency,
        long closeDate,
        boolean backlog,
        long statedAt,
        AlertStakes stakes,
        AlertHandling handling,
        AlertSubject subject) {
    /** Identity of an alert: deal, rule and the instant it was raised. */
    static String id(String opportunityId, AlertRule rule, long raisedAt) {
        return opportunityId + ":" + rule + ":" + Instant.ofEpochMilli(raisedAt);
    }

    /** Whether it is alive. */
    public boolean isAlive() {
        return status != Status.RESOLVED;
    }

    /** The same alert under a version, with what was decided and done about it. */
    public Alert handled(long newVersion, Status newStatus, AlertStakes of, AlertHandling how) {
        return new Alert(
                alertId,
                opportunityId,
                rule,
                newStatus,
                newVersion,
                raisedAt,
                resolvedAt,
                resolution,
                severity,
                value,
                threshold,
                unit,
                thresholdSource,
                evidence,
                dealName,
                owner,
                stage,
                corporateAmount,
                currency,
                closeDate,
                backlog,
                statedAt,
                of,
                how,
                subject);
    }

    /** The same alert about another subject. */
    public Alert of(AlertSubject other) {
        return new Alert(
                alertId,
                opportunityId,
                rule,
                status,
                version,
                raisedAt,
                resolvedAt,
                resolution,
                severity,
                value,
                threshold,
                unit,
                thresholdSource,
                evidence,
                dealName,
                owner,
                stage,
                corporateAmount,
                currency,
                closeDate,
                backlog,
                statedAt,
                stakes,
                handling,
                other);
    }

    /** The same alert, ended at an instant. */
    Alert ended(long newVersion, long at, Resolution why) {
        return new Alert(
                alertId,
                opportunityId,
                rule,
                Status.RESOLVED,
                newVersion,
                raisedAt,
                at,
                why,
                severity,
                value,
                threshold,
                unit,
                thresholdSource,
                evidence,
                dealName,
                owner,
                stage,
                corporateAmount,
                currency,
                closeDate,
                backlog,
                at,
                AlertStakes.NONE,
                handling,
                subject);
    }

    /**
     * The same as somebody may see it.
     *
     * @param as what the deal's owner is called
     */
    public Alert shown(String as, AlertStakes of, AlertHandling how) {
        return new Alert(
                alertId,
                opportunityId,
                rule,
                status,
                version,
                raisedAt,
                resolvedAt,
                resolution,
                severity,
                value,
                threshold,
                unit,
                thresholdSource,
                evidence,
                dealName,
                as,
                stage,
                corporateAmount,
                currency,
                closeDate,
                backlog,
                statedAt,
                of,
                how,
                subject);
    }

    /** Where an alert stands. */
    public enum Status {
        RAISED,
        UPDATED,
        RESOLVED
    }

    /** Why an alert ended. */
    public enum Resolution {
        PROGRESS,
        WON,
        LOST,
        REMOVED,
        RULE_CHANGED,
        WITHDRAWN
    }
}
