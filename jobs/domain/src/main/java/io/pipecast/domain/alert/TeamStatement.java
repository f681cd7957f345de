package io.pipecast.domain.alert;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;

/**
 * What a rule found of a team at a midnight.
 *
 * @param rule the rule
 * @param sight what was seen
 * @param measured in the rule's measure
 * @param severity 1 to 3
 * @param limit threshold in the rule's measure
 */
record TeamStatement(TeamRule rule, TeamSight sight, int measured, int severity, int limit) {
    /** Whether an alert says just this. */
    boolean isToldBy(Alert alive) {
        return alive.severity() == severity
                && alive.threshold() == limit
                && alive.value() == measured;
    }

    /**
     * It as an alert.
     *
     * @param alive the alert as stated before, or null
     * @param backlog whether it is no news, if it was not stated before
     */
    Alert alert(Alert alive, boolean backlog, long version) {
        PipelineForecast row = sight.row();
        AlertSubject subject = AlertSubject.team(row.tree(), row.node());
        String key = subject.key(rule.rule());
        long raisedAt = alive == null ? row.asOf() : alive.raisedAt();
        return new Alert(
                Alert.id(key, rule.rule(), raisedAt),
                key,
                rule.rule(),
                alive == null ? Alert.Status.RAISED : Alert.Status.UPDATED,
                version,
                raisedAt,
                Long.MIN_VALUE,
                null,
                severity,
                measured,
                limit,
                rule.rule().measure.unit,
                DealRule.CONFIGURED,
                rule.evidence(sight, measured),
                row.nodeName(),
                leader(row),
                null,
                rule.amount(sight),
                row.currency(),
                row.periodEnd() - 1L,
                alive == null ? backlog : alive.backlog(),
                row.asOf(),
                stakes(row),
                AlertHandling.NONE,
                subject);
    }

    /** Who leads a team of the reporting tree; nobody is known to lead a territory. */
    private static String leader(PipelineForecast row) {
        boolean person = row.tree() == Tree.REPORTING && !row.node().equals(Organization.COMPANY);
        return person ? row.node() : null;
    }

    private AlertStakes stakes(PipelineForecast row) {
        return new AlertStakes(
                row.tree() == Tree.TERRITORY ? row.node() : null,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                why(row));
    }

    private String why(PipelineForecast row) {
        String landing = "expected to land at " + sight.money(row.value(Quantity.MODEL_MEAN));
        if (!sight.has(Quantity.QUOTA, Quantity.MODEL_P_REACH)) {
            return landing + ", without a quota";
        }
        return landing
                + ", "
                + Math.round(row.value(Quantity.MODEL_P_REACH) / 10_000.0)
                + " % likely to reach the quota of "
                + sight.money(row.value(Quantity.QUOTA));
    }
}
