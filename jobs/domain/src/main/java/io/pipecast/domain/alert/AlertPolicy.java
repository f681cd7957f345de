package io.pipecast.domain.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When the deal alerts fire, and how many of them are news.
 *
 * @param rules one per {@link AlertRule}, in its order
 * @param quantile quantile of deals that went on to win that is learned as a threshold, 0–1
 * @param delivery which alerts a manager is told of
 */
public record AlertPolicy(List<RulePolicy> rules, double quantile, DeliveryPolicy delivery) {
    /** What holds where nothing is configured. */
    public static final AlertPolicy DEFAULT =
            new AlertPolicy(
                    Arrays.stream(AlertRule.values()).map(RulePolicy::of).toList(),
                    0.9,
                    DeliveryPolicy.DEFAULT);

    public AlertPolicy {
        rules = List.copyOf(rules);
        for (AlertRule rule : AlertRule.values()) {
            if (rules.size() <= rule.ordinal() || rules.get(rule.ordinal()).rule() != rule) {
                throw new IllegalArgumentException(
                        "a policy must have every rule in order, had " + rules);
            }
        }
    }

    /** How a rule is to be applied. */
    public RulePolicy of(AlertRule rule) {
        return rules.get(rule.ordinal());
    }

    /** The same with one rule applied otherwise. */
    public AlertPolicy with(RulePolicy other) {
        List<RulePolicy> changed = new ArrayList<>(rules);
        changed.set(other.rule().ordinal(), other);
        return new AlertPolicy(changed, quantile, delivery);
    }
}
