package io.pipecast.domain.alert;

/**
 * When the deal alerts fire.
 *
 * @param stalledEnabled rule stalled in stage
 * @param stalledFallbackDays business days in a stage when neither a hand-set nor a learned limit
 *     exists
 * @param stalledQuantile quantile of won deals' time in stage that is learned as the limit, 0–1
 * @param quietEnabled rule gone quiet
 * @param quietDays business days without buyer-facing activity
 * @param overdueEnabled rule close date overdue
 * @param overdueGraceDays business days after the close date
 */
public record AlertPolicy(
        boolean stalledEnabled,
        int stalledFallbackDays,
        double stalledQuantile,
        boolean quietEnabled,
        int quietDays,
        boolean overdueEnabled,
        int overdueGraceDays) {
    /** What holds where nothing is configured. */
    public static final AlertPolicy DEFAULT = new AlertPolicy(true, 20, 0.9, true, 10, true, 2);
}
