package io.pipecast.domain.alert;

/**
 * An alert that is alive, as the deal's state keeps it.
 *
 * @param rule the rule
 * @param raisedAt first instant at which the rule held, epoch milliseconds
 * @param severity 1 to 3, as last stated
 * @param since instant from which the rule counts, epoch milliseconds
 * @param limit threshold in the rule's measure
 * @param value what was measured last, for rules whose measure is no clock; else 0
 * @param source where the threshold comes from: learned, configured, hand-set
 * @param stage stage at raising, or null
 * @param owner owner at raising, or null
 * @param closeDate close date at raising, epoch day or Long.MIN_VALUE
 * @param backlog whether a new threshold, a new model or the first look at the deal, not the deal,
 *     brought it up
 */
public record OpenAlert(
        AlertRule rule,
        long raisedAt,
        int severity,
        long since,
        int limit,
        int value,
        String source,
        String stage,
        String owner,
        long closeDate,
        boolean backlog) {
    /** The same alert, measured anew. */
    OpenAlert measured(
            int newSeverity, long newSince, int newLimit, int newValue, String newSource) {
        return new OpenAlert(
                rule,
                raisedAt,
                newSeverity,
                newSince,
                newLimit,
                newValue,
                newSource,
                stage,
                owner,
                closeDate,
                backlog);
    }
}
