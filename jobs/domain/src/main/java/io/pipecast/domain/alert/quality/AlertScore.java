package io.pipecast.domain.alert.quality;

/**
 * How good some alerts were, as DEFINITIONS "Alerts" has it. Shares are 0 to 1, NaN where nothing
 * is counted.
 *
 * @param name of the rule, "all", or of the rule they are compared with
 * @param alerts delivered in the window
 * @param bad share of them after which the deal was lost, or its close date moved out of its
 *     period, within 30 days
 * @param base the same share of open deal-days without an alert, matched by stage, segment and day
 *     of period
 * @param oddsRatio odds of bad ÷ odds of base
 * @param caught bad events within 30 days after an alert
 * @param caughtAmount their amount, corporate minor units
 * @param recall share of bad events with an alert delivered at least 10 days before that was alive
 *     then or not older than 30 days
 * @param recallAmount the same by amount
 * @param leadDays median days from the first alert to the bad event, of those caught
 * @param acknowledged share somebody took note of
 * @param notUseful share somebody called not useful
 * @param perManagerWeek alerts per manager and week
 */
public record AlertScore(
        String name,
        int alerts,
        double bad,
        double base,
        double oddsRatio,
        int caught,
        long caughtAmount,
        double recall,
        double recallAmount,
        double leadDays,
        double acknowledged,
        double notUseful,
        double perManagerWeek) {}
