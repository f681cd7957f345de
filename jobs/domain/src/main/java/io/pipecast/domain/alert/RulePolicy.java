package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealType;
import java.util.List;

/**
 * How one rule is to be applied.
 *
 * @param rule the rule
 * @param enabled whether it fires at all
 * @param threshold set by hand, in the rule's measure, or {@link #LEARNED}
 * @param fallback threshold where nothing was learned
 * @param territories only deals of these, or only these teams or feeds; empty for all
 * @param segments only deals of these types; empty for all; a deal of no type is new business
 * @param leastAmount only deals of at least so much, or teams of at least such a quota, corporate
 *     minor units; 0 for all
 */
public record RulePolicy(
        AlertRule rule,
        boolean enabled,
        int threshold,
        int fallback,
        List<String> territories,
        List<DealType> segments,
        long leastAmount) {
    /** No threshold set by hand: the learned one holds, else the fallback. */
    public static final int LEARNED = -1;

    public RulePolicy {
        territories = List.copyOf(territories);
        segments = List.copyOf(segments);
    }

    /** What holds for a rule where nothing is configured. */
    static RulePolicy of(AlertRule rule) {
        int threshold = rule.learned ? LEARNED : rule.fallback;
        return new RulePolicy(rule, true, threshold, rule.fallback, List.of(), List.of(), 0);
    }

    /** The same with a threshold set by hand. */
    public RulePolicy threshold(int byHand) {
        return new RulePolicy(rule, enabled, byHand, fallback, territories, segments, leastAmount);
    }

    /** The same with another threshold where nothing was learned. */
    public RulePolicy fallback(int other) {
        return new RulePolicy(rule, enabled, threshold, other, territories, segments, leastAmount);
    }

    /** The same, on or off. */
    public RulePolicy enabled(boolean on) {
        return new RulePolicy(rule, on, threshold, fallback, territories, segments, leastAmount);
    }

    /** Whether every deal is in its scope. */
    boolean isForAll() {
        return territories.isEmpty() && segments.isEmpty() && leastAmount <= 0;
    }
}
