package io.pipecast.domain.alert;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Locale;

/**
 * Less open pipeline than the rest of the quota needs. What is needed is the open pipeline with
 * which the chance to reach the quota would be one half ({@link Quantity#PIPELINE_NEEDED}); its
 * measure is the share of it that is missing, over a week. In the last two weeks of a period no
 * pipeline can be made for it any more, and the rule is silent.
 */
final class CoverageLow implements TeamRule {
    /** Working days before the period's end from which it is silent. */
    private static final int TOO_LATE = 10;

    @Override
    public AlertRule rule() {
        return AlertRule.COVERAGE_LOW;
    }

    /** The median of the last week: a weekend or one large deal raises and ends nothing. */
    @Override
    public int measure(TeamSight sight) {
        if (missing(sight.row()) == NOTHING || sight.daysLeft() <= TOO_LATE) {
            return NOTHING;
        }
        int[] week = sight.looks().stream().mapToInt(TeamLook::missing).sorted().toArray();
        return week[week.length / 2];
    }

    /** Percentage missing of the pipeline needed, or {@link TeamRule#NOTHING}. */
    static int missing(PipelineForecast row) {
        long quota = row.value(Quantity.QUOTA);
        long closed = row.value(Quantity.CLOSED);
        long open = row.value(Quantity.OPEN_AMOUNT);
        long needed = row.value(Quantity.PIPELINE_NEEDED);
        if (Math.min(Math.min(quota, closed), Math.min(open, needed)) == Quantity.MISSING) {
            return NOTHING;
        }
        return closed >= quota || needed <= open ? 0 : (int) ((needed - open) * 100.0 / needed);
    }

    @Override
    public long amount(TeamSight sight) {
        return Math.max(
                0, sight.value(Quantity.PIPELINE_NEEDED) - sight.value(Quantity.OPEN_AMOUNT));
    }

    @Override
    public int severity(int measured, int limit, boolean alive) {
        return ChanceRule.severity(measured, limit, alive);
    }

    @Override
    public String evidence(TeamSight sight, int measured) {
        long open = sight.value(Quantity.OPEN_AMOUNT);
        long needed = sight.value(Quantity.PIPELINE_NEEDED);
        double rest = sight.value(Quantity.QUOTA) - sight.value(Quantity.CLOSED);
        String coverage =
                rest <= 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " (coverage %.1f, needed %.1f)",
                                open / rest,
                                needed / rest);
        return measured
                + " % of the pipeline needed was missing over the last week: "
                + sight.money(open)
                + " is open for this period, "
                + sight.money(needed)
                + " would make the quota an even chance"
                + coverage;
    }
}
