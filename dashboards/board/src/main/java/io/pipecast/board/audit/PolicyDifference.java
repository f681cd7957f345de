package io.pipecast.board.audit;

import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import java.util.ArrayList;
import java.util.List;

/**
 * What two policies do not have in common.
 *
 * @param before as the first has it
 * @param after as the second has it
 */
record PolicyDifference(String before, String after) {
    static PolicyDifference of(AlertPolicy first, AlertPolicy second) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (AlertRule rule : AlertRule.values()) {
            if (!first.of(rule).equals(second.of(rule))) {
                before.add(rule.key + ": " + first.of(rule));
                after.add(rule.key + ": " + second.of(rule));
            }
        }
        if (first.quantile() != second.quantile()) {
            before.add("quantile: " + first.quantile());
            after.add("quantile: " + second.quantile());
        }
        if (!first.delivery().equals(second.delivery())) {
            before.add("delivery: " + first.delivery());
            after.add("delivery: " + second.delivery());
        }
        return new PolicyDifference(said(before), said(after));
    }

    private static String said(List<String> parts) {
        return parts.isEmpty() ? "nothing else" : String.join("; ", parts);
    }
}
