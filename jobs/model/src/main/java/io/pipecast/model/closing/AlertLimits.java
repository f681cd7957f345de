package io.pipecast.model.closing;

import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.DealType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What won deals teach about how much is too much, by rule, stage and segment: a deal goes by the
 * narrowest limit there is, of its stage and segment, its stage, its segment or all won deals.
 */
public final class AlertLimits {
    /** Every stage, or every segment. */
    public static final int ALL = -1;

    /** Nothing learned. */
    public static final AlertLimits NONE = new AlertLimits(List.of(), new double[0]);

    private final List<Limit> limits;
    private final double[] usualAmounts;
    private final Map<Long, Limit> byCell = new HashMap<>();

    /**
     * A learned limit.
     *
     * @param stage index, or {@link #ALL}
     * @param segment as {@link #segment}, or {@link #ALL}
     * @param limit in the rule's measure
     * @param deals won deals behind it
     */
    public record Limit(AlertRule rule, int stage, int segment, double limit, int deals) {}

    /**
     * Limits.
     *
     * @param usualAmounts median amount of won deals, corporate minor units: of all, then by
     *     segment; NaN where they were too few; empty when nothing is known
     */
    public AlertLimits(List<Limit> limits, double[] usualAmounts) {
        this.limits = List.copyOf(limits);
        this.usualAmounts = usualAmounts.clone();
        for (Limit limit : limits) {
            byCell.put(cell(limit.rule, limit.stage, limit.segment), limit);
        }
    }

    private static long cell(AlertRule rule, int stage, int segment) {
        return (rule.ordinal() * 1_000L + stage + 1) * 10 + segment + 1;
    }

    /** Index of a deal's segment: its type; of no type, new business. */
    public static int segment(DealType type) {
        return type == null ? 0 : type.ordinal();
    }

    /** Every limit there is. */
    public List<Limit> all() {
        return limits;
    }

    /** Median amounts as given. */
    public double[] usualAmounts() {
        return usualAmounts.clone();
    }

    /** The narrowest limit for a deal, or NaN. */
    public double limit(AlertRule rule, int stage, DealType type) {
        int segment = segment(type);
        Limit found = byCell.get(cell(rule, stage, segment));
        found = found == null ? byCell.get(cell(rule, stage, ALL)) : found;
        found = found == null ? byCell.get(cell(rule, ALL, segment)) : found;
        found = found == null ? byCell.get(cell(rule, ALL, ALL)) : found;
        return found == null ? Double.NaN : found.limit;
    }

    /** What a won deal of a type usually brings, corporate minor units, or NaN. */
    public double usualAmount(DealType type) {
        if (usualAmounts.length == 0) {
            return Double.NaN;
        }
        double ofSegment = usualAmounts[1 + segment(type)];
        return Double.isNaN(ofSegment) ? usualAmounts[0] : ofSegment;
    }
}
