package io.pipecast.domain.alert.quality;

import java.util.List;

/**
 * How good the alerts of a replay were.
 *
 * @param from first instant judged, epoch milliseconds
 * @param to first instant no longer judged: 30 days before what is known ends
 * @param badEvents that happened in the window's later part, which alerts could have warned of
 * @param badAmount of them, corporate minor units
 * @param rules each rule, then all together
 * @param flat a flat rule (no buyer-facing activity for 14 days) with as many alerts
 * @param equal all together, cut to as many alerts as the flat rule found at most
 * @param raised all alerts, delivered or listed in the digest
 */
public record AlertVerdict(
        long from,
        long to,
        int badEvents,
        long badAmount,
        List<AlertScore> rules,
        AlertScore flat,
        AlertScore equal,
        AlertScore raised) {
    /** All delivered alerts together. */
    public AlertScore all() {
        return rules.get(rules.size() - 1);
    }

    /** Amount at risk caught ÷ what the flat rule catches with as many alerts; NaN for nothing. */
    public double amountRatio() {
        return flat.caughtAmount() == 0
                ? Double.NaN
                : (double) equal.caughtAmount() / flat.caughtAmount();
    }
}
